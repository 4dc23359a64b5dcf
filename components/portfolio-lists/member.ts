import type { Day } from "@/lib/core/calendar";
import { daysBetween } from "@/lib/core/calendar";
import type { ListKey } from "@/lib/core/portfolio/lists";
import { dayText, durationText, signedPoints } from "@/lib/format";

/** An account on a list, with what its rule looked at. */
export type ListMember = {
  accountId: number;
  slug: string;
  name: string;
  segment: string | null;
  csm: string | null;
  am: string | null;
  decider: string | null;
  arrCents: number | null;
  endsOn: Day | null;
  decideBy: Day | null;
  health: number | null;
  tone: number;
  bandSince: Day | null;
  delta30: number | null;
  cardState: "in_force" | "expired" | "none" | "exempt";
  cardDueOn: Day | null;
  auditedOn: Day | null;
  verdict: "keep" | "watch" | "plan" | null;
  auditedBy: string | null;
  decidedOn: Day | null;
  decision: "invest" | "accept" | null;
  termDecideBy: Day | null;
  contacts: string[];
  why: string[];
};

/** Why an account is on a list, in words. */
export function memberWhy(list: ListKey, row: ListMember, today: Day): string {
  const since = row.bandSince ? durationText(daysBetween(row.bandSince, today)) : "";
  switch (list) {
    case "audit":
      return row.auditedOn
        ? `green for ${since}; audited ${dayText(row.auditedOn)}: ${row.verdict}${row.auditedBy ? `, ${row.auditedBy}` : ""}`
        : `green for ${since}; never audited`;
    case "red":
      return row.decision
        ? `red for ${since}; ${row.decision === "invest" ? "invest" : "loss accepted"}, ${dayText(row.decidedOn)}`
        : `red for ${since}; not decided`;
    case "falling":
      return `${signedPoints(Math.round(row.delta30 ?? 0))} points in 30 d`;
    case "unconfirmed":
      return row.cardState === "none"
        ? "no scorecard was ever given"
        : `scorecard expired${row.cardDueOn ? `, due since ${dayText(row.cardDueOn)}` : ""}`;
    case "renewals":
      return row.decideBy ? `decides by ${dayText(row.decideBy)}, in ${daysBetween(today, row.decideBy)} d` : "";
    case "undecided":
      return row.termDecideBy
        ? `was to decide by ${dayText(row.termDecideBy)}, ${daysBetween(row.termDecideBy, today)} d ago`
        : "";
    case "references":
      return row.contacts.join("; ");
    case "expansion":
      return row.why.join("; ");
  }
}
