import "server-only";
import { type Day, daysBetween } from "@/lib/core/calendar";
import { type CardFacts, cardColumnsOf, emptyCardFacts } from "@/lib/core/health/card-columns";
import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import type { CardColumns } from "@/lib/core/health/health-columns";
import { cappedAnswers, type Qualitative, qualitativeOf } from "@/lib/core/scorecard/answers";
import { isReopened, type Sign } from "@/lib/core/scorecard/divergence";
import type { Card as CoreCard } from "@/lib/core/scorecard/overlay";
import type { Card, Cards } from "./load-cards";
import type { KnownDivergence } from "./load-divergences";

/** What the people of an account say, from its card. */
export function qualitativeOfCard(compiled: CompiledDefinition, card: Card): Qualitative {
  return qualitativeOf(compiled.overlay.weights, cappedAnswers(card.answers, card.championEnded));
}

/** Days that a two-tone lift has waited for its review; null where a settled divergence has reviewed it. */
export function liftWaitsDays(
  card: Card,
  known: KnownDivergence | undefined,
  now: { sign: Sign; gap: number },
  asOf: Day,
): number | null {
  if (!known?.severeSince || known.sign !== "false_alarm") return 0;
  if (known.settledOn !== null) return known.severe && standsSettled(card, known, now) ? null : 0;
  return known.closedOn === null ? daysBetween(known.severeSince, asOf) : 0;
}

/** Whether a settled divergence still answers for what is found now. */
export function standsSettled(
  card: Card,
  known: KnownDivergence,
  now: { sign: Sign; gap: number; severe?: boolean },
): boolean {
  if (known.settledOn === null || (now.severe && !known.severe)) return false;
  const settled = { sign: known.sign, gap: known.settledGap, answers: known.answers ?? card.answers };
  return !isReopened(settled, { ...now, answers: card.answers });
}

/** A card as the kernel takes it for one account, with the score it stands beside (null: no score). */
export function cardBeside(
  compiled: CompiledDefinition,
  card: Card | undefined,
  score: number | null,
  known: KnownDivergence | undefined,
  asOf: Day,
): CoreCard | null {
  if (!card) return null;
  const people = qualitativeOfCard(compiled, card).score;
  return {
    answers: card.answers,
    standing: card.isExpired ? "expired" : "in_force",
    championEnded: card.championEnded,
    liftWaitsDays: liftWaitsDays(card, known, disagreementOf(score ?? Number.NaN, people), asOf),
  };
}

function disagreementOf(score: number, people: number): { sign: Sign; gap: number } {
  return { sign: score < people ? "false_alarm" : "hidden_risk", gap: Math.abs(score - people) };
}

/** The scorecards of some accounts as columns for the kernel. */
export function cardColumns(
  compiled: CompiledDefinition,
  accountIds: readonly number[],
  score: Float64Array,
  asOf: Day,
  cards: Cards,
  divergences: ReadonlyMap<number, KnownDivergence>,
): CardColumns {
  return cardColumnsOf(compiled, cardFacts(accountIds, asOf, cards, divergences), score, accountIds.length);
}

/** What is known of the scorecards of some accounts on a day, before any model weighs them. */
export function cardFacts(
  accountIds: readonly number[],
  asOf: Day,
  cards: Cards,
  divergences: ReadonlyMap<number, KnownDivergence>,
): CardFacts {
  const facts = emptyCardFacts(accountIds.length);
  for (const [i, accountId] of accountIds.entries()) {
    if (!cards.tell(accountId, facts, i)) continue;
    const known = divergences.get(accountId);
    if (!known?.severeSince || known.sign !== "false_alarm") continue;
    if (known.settledOn !== null) {
      // As large as it was: what is left to compare is the answers.
      if (
        known.severe &&
        standsSettled(cards.get(accountId) as Card, known, { sign: known.sign, gap: known.settledGap })
      )
        facts.settledGap[i] = known.settledGap;
    } else if (known.closedOn === null) facts.waits[i] = daysBetween(known.severeSince, asOf);
  }
  return facts;
}
