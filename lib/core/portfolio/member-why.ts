import type { Relation } from "@/lib/core/access";
import { type Day, daysBetween } from "@/lib/core/calendar";
import { dayWords } from "@/lib/core/playbook/date-words";
import type { ListKey } from "./lists";

/** An account on a list, with what its rule looked at. */
export type ListMember = Relation & {
  accountId: number;
  slug: string;
  name: string;
  segment: string | null;
  csm: string | null;
  am: string | null;
  /** Who decides about it: the manager of its CSM, else of its account manager. */
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
  /** The last audit: when, and what it came to. */
  auditedOn: Day | null;
  verdict: "keep" | "watch" | "plan" | null;
  auditedBy: string | null;
  /** The last decision about a red account. */
  decidedOn: Day | null;
  decision: "invest" | "accept" | null;
  /** The day by which the running term was to be decided. */
  termDecideBy: Day | null;
  contacts: string[];
  why: string[];
};

/** Why an account is on a list, in words that begin with the fact.
 * @example memberWhy("falling", { delta30: -12.4 }, "2026-11-30") // → "down 12 points in 30 d"
 * @example memberWhy("renewals", { decideBy: "2026-12-30" }, "2026-11-30") // → "decides by 30 Dec 2026, in 30 d"
 * @example memberWhy("audit", { bandSince: "2025-05-30", auditedOn: null }, "2026-11-30") // → "green for 18 mo; never audited" */
export function memberWhy(list: ListKey, row: ListMember, today: Day): string {
  const since = row.bandSince ? spanWords(daysBetween(row.bandSince, today)) : "";
  switch (list) {
    case "audit":
      return row.auditedOn
        ? `green for ${since}; audited ${dayWords(row.auditedOn)}: ${row.verdict}${row.auditedBy ? `, ${row.auditedBy}` : ""}`
        : `green for ${since}; never audited`;
    case "red":
      return row.decision
        ? `red for ${since}; ${row.decision === "invest" ? "invest" : "loss accepted"}, ${dayWords(row.decidedOn ?? today)}`
        : `red for ${since}; not decided`;
    case "falling":
      return `down ${Math.abs(Math.round(row.delta30 ?? 0))} points in 30 d`;
    case "unconfirmed":
      return row.cardState === "none"
        ? "no scorecard was ever given"
        : `scorecard expired${row.cardDueOn ? `, due since ${dayWords(row.cardDueOn)}` : ""}`;
    case "renewals":
      return row.decideBy ? `decides by ${dayWords(row.decideBy)}, in ${daysBetween(today, row.decideBy)} d` : "";
    case "undecided":
      return row.termDecideBy
        ? `was to decide by ${dayWords(row.termDecideBy)}, ${daysBetween(row.termDecideBy, today)} d ago`
        : "";
    case "references":
      return row.contacts.join("; ");
    case "expansion":
      return row.why.join("; ");
  }
}

function spanWords(days: number): string {
  return days <= 120 ? `${days} d` : `${Math.round(days / 30.4375)} mo`;
}
