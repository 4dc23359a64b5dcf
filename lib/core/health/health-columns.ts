import { diverges } from "@/lib/core/scorecard/divergence";
import { aloneBandIndex, blended, isLift, liftCap, standsAlone } from "@/lib/core/scorecard/overlay";
import { bandIndexOf } from "./band";
import type { CompiledDefinition } from "./compile-definition";
import { guardedBy, guardrailHolds } from "./guardrail";
import { roundSix } from "./rounding";
import { isEnough } from "./score";
import type { ScoreColumns } from "./score-columns";

/** How an account's card stands on the day; `LIFT_WAITS` and `LIFT_OVERDUE` are in force with a lift that nobody has settled,
 * within and past its 14 days. */
export const CARD = { NONE: 0, IN_FORCE: 1, LIFT_WAITS: 2, LIFT_OVERDUE: 3, EXPIRED: 4 } as const;

/** Scorecards of many accounts: L, the people band's tone rank (0 red, 1 yellow, 2 green) and a standing of CARD. */
export type CardColumns = { score: Float64Array; rank: Int8Array; standing: Uint8Array };

/** What else is true of an account's health: bits of `flags`. */
export const FLAG = {
  CLAMPED: 1,
  PEOPLE_ALONE: 2,
  UNREVIEWED: 4,
  LIFT_CAPPED: 8,
  UNCONFIRMED: 16,
  GUARDED: 32,
  HIDDEN_RISK: 64,
  FALSE_ALARM: 128,
  SEVERE: 256,
} as const;

/** Health of many accounts; bands are indexes into the definition's bands, −1 is insufficient data. */
export type HealthColumns = {
  scoreBand: Int8Array;
  health: Float64Array;
  overlaid: Float64Array;
  band: Int8Array;
  flags: Uint16Array;
};

/** The health of n accounts from their scores, scorecards and readings: equal to healthOf, account by account. */
export function healthColumns(
  compiled: CompiledDefinition,
  scores: ScoreColumns,
  cards: CardColumns | null,
  readings: readonly Float64Array[],
  n: number,
): HealthColumns {
  const out: HealthColumns = {
    scoreBand: new Int8Array(n),
    health: new Float64Array(n),
    overlaid: new Float64Array(n),
    band: new Int8Array(n),
    flags: new Uint16Array(n),
  };
  const { bands, overlay, guardrails } = compiled;
  const measured = { score: 0, rank: 0 };
  const people = { score: 0, rank: 0 };
  for (let i = 0; i < n; i++) {
    const q = scores.score[i] as number;
    const scoreBand = isEnough(compiled, scores.coverage[i] as number) ? bandIndexOf(bands, q) : -1;
    const standing = cards ? (cards.standing[i] as number) : CARD.NONE;
    let flags = q !== (scores.raw[i] as number) && !Number.isNaN(q) ? FLAG.CLAMPED : 0;
    let health = q;
    let band = scoreBand;
    out.scoreBand[i] = scoreBand;
    if (cards && standing !== CARD.NONE) {
      people.score = cards.score[i] as number;
      people.rank = cards.rank[i] as number;
      if (standing === CARD.EXPIRED) flags |= FLAG.UNCONFIRMED;
    }
    if (scoreBand < 0) {
      if (standing !== CARD.NONE && standsAlone(overlay, standing === CARD.EXPIRED, people.rank)) {
        health = people.score;
        band = aloneBandIndex(bands, people);
        flags |= FLAG.PEOPLE_ALONE;
      }
      out.overlaid[i] = health;
    } else {
      measured.score = q;
      measured.rank = bands.rank[scoreBand] as number;
      if (standing !== CARD.NONE) {
        health = blended(bands, overlay, measured, people);
        if (standing === CARD.EXPIRED) {
          health = Math.min(health, q);
        } else if (standing !== CARD.IN_FORCE && measured.rank === 0) {
          if (isLift(bands, measured.rank, health)) flags |= FLAG.UNREVIEWED;
          if (standing === CARD.LIFT_OVERDUE && health > liftCap(bands)) {
            flags |= FLAG.LIFT_CAPPED;
            health = liftCap(bands);
          }
        }
        flags |= divergenceFlags(measured, people, overlay.divergenceMinGap, standing === CARD.EXPIRED);
      }
      out.overlaid[i] = health;
      for (const guardrail of guardrails) {
        if (!guardrailHolds(guardrail, readings, i)) continue;
        const guarded = guardedBy(guardrail, health);
        if (guarded !== health) flags |= FLAG.GUARDED;
        health = guarded;
      }
      if (health !== q) band = bandIndexOf(bands, health);
    }
    out.health[i] = health;
    out.band[i] = band;
    out.flags[i] = flags;
  }
  return out;
}

function divergenceFlags(
  measured: { score: number; rank: number },
  people: { score: number; rank: number },
  minGap: number,
  isExpired: boolean,
): number {
  const tones = measured.rank - people.rank;
  if (!diverges(tones, Math.abs(measured.score - people.score), minGap) || (isExpired && tones < 0)) return 0;
  return (tones > 0 ? FLAG.HIDDEN_RISK : FLAG.FALSE_ALARM) | (Math.abs(tones) === 2 ? FLAG.SEVERE : 0);
}

/** The gap between score and L of a diverging account, in points at six decimals.
 * @example gapOf(90.4, 15) // → 75.4 */
export function gapOf(score: number, people: number): number {
  return roundSix(Math.abs(score - people));
}
