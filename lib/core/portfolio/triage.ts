import { PRIORITY_FORMULA, type PriorityFormula } from "./priority-formula";

/** What the priority of an account is computed from; amounts in minor units of the workspace's currency. */
export type PriorityFacts = {
  /** Health, or null where there is neither a score nor a card. */
  health: number | null;
  /** L where a card is in force. */
  people: number | null;
  arrCents: number;
  medianArrCents: number;
  /** Days until the customer must decide; null where locked in or without a contract. */
  daysToDecideBy: number | null;
  fellFreshly: boolean;
  clockBreached: boolean;
  /** A dated next step lies ahead. */
  hasNextStep: boolean;
};

export type Priority = { priority: number; factors: { name: string; value: number }[] };

/** How much an account needs its CSM first.
 * priority = (100 − min(health, L if a card is in force)) × clamp(√(ARR / the book's median), 0.5, 3) × urgency × 1.5 if it
 * fell freshly × 1.3 if a clock is breached × 0.3 while a dated next step lies ahead; urgency is 3, 2, 1.5 within 30, 90, 180
 * days to decide-by, also once that has passed undecided, else 1. Without a median the ARR counts 1; without health 50.
 * The factors multiply to the priority. Source: PRODUCT, triage.
 * @example priorityOf({ health: 49.9, people: 15, arrCents: 4, medianArrCents: 1, daysToDecideBy: 28, fellFreshly: false, clockBreached: false, hasNextStep: false }).priority // → 510 */
export function priorityOf(facts: PriorityFacts, formula: PriorityFormula = PRIORITY_FORMULA): Priority {
  const health = facts.health ?? facts.people ?? formula.unknownHealth;
  const lowest = Math.min(health, facts.people ?? health);
  const ratio = facts.medianArrCents > 0 ? Math.sqrt(Math.max(0, facts.arrCents) / facts.medianArrCents) : 1;
  const factors = [
    { name: "points lost", value: 100 - lowest },
    { name: "ARR", value: Math.min(Math.max(ratio, formula.arr.least), formula.arr.most) },
    { name: "urgency", value: urgencyOf(facts.daysToDecideBy, formula) },
    { name: "fell freshly", value: facts.fellFreshly ? formula.fellFreshly : 1 },
    { name: "clock breached", value: facts.clockBreached ? formula.clockBreached : 1 },
    { name: "next step ahead", value: facts.hasNextStep ? formula.hasNextStep : 1 },
  ];
  return { priority: factors.reduce((product, factor) => product * factor.value, 1), factors };
}

function urgencyOf(daysToDecideBy: number | null, formula: PriorityFormula): number {
  if (daysToDecideBy === null) return 1;
  return formula.urgency.find(({ withinDays }) => daysToDecideBy <= withinDays)?.factor ?? 1;
}

/** What a row of triage was ranked by, as it stands there; `flags`: 1 fell freshly, 2 a clock is breached, 4 a next step lies ahead. */
export type RankedRow = {
  health: number | null;
  qualitative: number | null;
  cardState: string;
  arrCents: number | null;
  daysToDecideBy: number | null;
  flags: number;
};

/** The facts of a row's priority; an account without a known ARR counts as the median.
 * @example priorityFactsOf({ health: 40, qualitative: 15, cardState: "expired", arrCents: null, daysToDecideBy: null, flags: 2 }, 7).people // → null */
export function priorityFactsOf(row: RankedRow, medianArrCents: number): PriorityFacts {
  return {
    health: row.health,
    people: row.cardState === "in_force" ? row.qualitative : null,
    arrCents: row.arrCents ?? medianArrCents,
    medianArrCents,
    daysToDecideBy: row.daysToDecideBy,
    fellFreshly: (row.flags & 1) !== 0,
    clockBreached: (row.flags & 2) !== 0,
    hasNextStep: (row.flags & 4) !== 0,
  };
}
