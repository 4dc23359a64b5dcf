import { REVIEW_NAMES } from "@/components/work/review-names";
import type { Relation } from "@/lib/core/access";
import type { Day } from "@/lib/core/calendar";
import type { AgendaWhat } from "@/lib/core/playbook/agenda";

/** A review or decision as the agenda shows it, and whether the reader may do it. */
export interface AgendaLine extends Relation {
  accountId: number;
  slug: string;
  name: string;
  tone: number;
  band: string | null;
  what: AgendaWhat;
  on: Day;
  dueOn: Day | null;
  isHeld: boolean;
  reviewId: number | null;
  words: string | null;
  verdict: string | null;
  who: string | null;
  mayWork: boolean;
}

/** What a line is, as people name it. */
export function whatName(what: AgendaWhat): string {
  return what === "decision" ? "Decision" : REVIEW_NAMES[what];
}

/** One line is one account's one review: what is planned and what a clock asks for are the same. */
export function lineKey({ accountId, what, isHeld, reviewId }: AgendaLine): string {
  return isHeld || reviewId ? `review-${reviewId}` : `${accountId}-${what}`;
}
