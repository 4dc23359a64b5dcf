import type { ActKind } from "./act";
import type { OwnerRole, Rule } from "./playbook";

type ReviewRule = Extract<Rule, { kind: "review" }>;

/** A recurring duty of a shipped playbook; its key is the act that is logged for it unless given. */
export function review(
  title: string,
  everyDays: number,
  hours: number,
  metBy: ActKind[],
  ownerRole: OwnerRole = "csm",
): ReviewRule {
  return { kind: "review", key: metBy[0] as ActKind, title, ownerRole, everyDays, hours, metBy };
}

const LEADERS: OwnerRole = "manager";

export const ACTION_PLAN: Rule = {
  ...{ kind: "plan", key: "plan", title: "action plan", ownerRole: "csm", plan: "action", withinDays: 7 },
};
export const RECOVERY_PLAN: Rule = {
  ...{ kind: "plan", key: "plan", title: "recovery plan", ownerRole: "csm", plan: "recovery", withinDays: 7 },
};
export const IMPROVEMENT: Rule = {
  ...{ kind: "improvement", key: "improvement", title: "improvement", ownerRole: LEADERS, withinDays: 60 },
};
export const DECISION: Rule = {
  ...{ kind: "decision", key: "decision", title: "decision", ownerRole: LEADERS, withinDays: 90 },
};
export const SIX_MONTHS: Rule = {
  ...{ kind: "flag", key: "six_months", title: "six months", ownerRole: LEADERS, afterDays: 180 },
};
export const AUDIT: Rule = {
  ...{ kind: "audit", key: "audit", title: "complacency audit", ownerRole: "csm", afterDays: 365 },
};
export const EXPANSION_SCAN: Rule = review("expansion scan", 90, 0.5, ["expansion_scan"]);

/** The weekly meeting of everyone whom it takes; its hours where a model says otherwise. */
export function warRoom(hours: number): Rule {
  return {
    ...review("war-room", 7, hours, ["war_room", "review"]),
    takesPart: ["am", "sponsor", "product", "support"],
  };
}
export const WAR_ROOM: Rule = warRoom(1);
