import {
  type Answers,
  CHAMPION,
  EXECUTIVE,
  OUTCOME,
  type Qualitative,
  qualitativeOf,
} from "@/lib/core/scorecard/answers";
import { reopensBySize, SETTLE_DAYS } from "@/lib/core/scorecard/divergence";
import { toneRank } from "./band";
import type { CompiledDefinition } from "./compile-definition";
import { CARD, type CardColumns } from "./health-columns";

/** Scorecards of many accounts before any model: answers as they count (indexes, best first; 3 is n/a; −1 no card), whether
 * expired, and what waits for or stands from a review of a lift. */
export type CardFacts = {
  champion: Int8Array;
  executive: Int8Array;
  outcome: Int8Array;
  expired: Uint8Array;
  /** Days that an open severe false alarm has waited; NaN where there is none. */
  waits: Float64Array;
  /** Size of a settled severe false alarm about these very answers; NaN where there is none. */
  settledGap: Float64Array;
};

/** The answers by the index under which CardFacts hold them. */
export const ANSWERS = { champion: CHAMPION, executive: [...EXECUTIVE, "n/a"], outcome: OUTCOME } as const;

/** No scorecards yet, of n accounts. */
export function emptyCardFacts(n: number): CardFacts {
  return {
    champion: new Int8Array(n).fill(-1),
    executive: new Int8Array(n).fill(-1),
    outcome: new Int8Array(n).fill(-1),
    expired: new Uint8Array(n),
    waits: new Float64Array(n).fill(Number.NaN),
    settledGap: new Float64Array(n).fill(Number.NaN),
  };
}

/** The scorecards of n accounts as a definition weighs them, beside their scores: L, the people band's rank and the standing. */
export function cardColumnsOf(
  compiled: CompiledDefinition,
  facts: CardFacts,
  score: Float64Array,
  n: number,
): CardColumns {
  const out = { score: new Float64Array(n).fill(Number.NaN), rank: new Int8Array(n), standing: new Uint8Array(n) };
  const known: Array<Qualitative | undefined> = [];
  for (let i = 0; i < n; i++) {
    const [champion, executive, outcome] = [facts.champion[i], facts.executive[i], facts.outcome[i]] as const;
    if (champion === undefined || champion < 0) continue;
    const combination = champion * 16 + (executive as number) * 4 + (outcome as number);
    const people = known[combination] ?? qualitativeAt(compiled, champion, executive as number, outcome as number);
    known[combination] = people;
    out.score[i] = people.score;
    out.rank[i] = toneRank(people.tone);
    out.standing[i] = standingOf(facts, i, score[i] as number, people.score);
  }
  return out;
}

function qualitativeAt({ overlay }: CompiledDefinition, champion: number, executive: number, outcome: number) {
  return qualitativeOf(overlay.weights, {
    champion: ANSWERS.champion[champion] as Answers["champion"],
    executive: ANSWERS.executive[executive] as Answers["executive"],
    outcome: ANSWERS.outcome[outcome] as Answers["outcome"],
  });
}

/** A settled disagreement stands for the lift as long as its sign, its answers and, by less than 10 points, its size do. */
function standingOf(facts: CardFacts, i: number, score: number, people: number): number {
  if (facts.expired[i]) return CARD.EXPIRED;
  const gap = facts.settledGap[i] as number;
  if (!Number.isNaN(gap))
    return score < people && !reopensBySize(gap, people - score) ? CARD.IN_FORCE : CARD.LIFT_WAITS;
  return (facts.waits[i] as number) > SETTLE_DAYS ? CARD.LIFT_OVERDUE : CARD.LIFT_WAITS;
}
