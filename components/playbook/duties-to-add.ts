import type { Rule } from "@/lib/core/playbook/playbook";
import {
  ACTION_PLAN,
  AUDIT,
  DECISION,
  EXPANSION_SCAN,
  IMPROVEMENT,
  RECOVERY_PLAN,
  review,
  SIX_MONTHS,
  WAR_ROOM,
} from "@/lib/core/playbook/rules";

const DUTIES: readonly Rule[] = [
  review("check-in", 30, 0.5, ["check_in", "quarterly_review", "review"]),
  review("review", 14, 0.5, ["review", "war_room"]),
  review("quarterly review", 90, 1, ["quarterly_review"]),
  review("executive check-in", 30, 1, ["executive_meeting"], "sponsor"),
  WAR_ROOM,
  EXPANSION_SCAN,
  ACTION_PLAN,
  RECOVERY_PLAN,
  IMPROVEMENT,
  DECISION,
  SIX_MONTHS,
  AUDIT,
];

/** The duties that a playbook does not have yet, as they are shipped. */
export function dutiesToAdd(rules: readonly Rule[]): Rule[] {
  return DUTIES.filter(({ key }) => !rules.some((rule) => rule.key === key));
}
