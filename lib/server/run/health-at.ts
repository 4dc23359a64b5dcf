import "server-only";
import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import { scoreEncoded } from "@/lib/core/health/score";
import { type Health, healthOf } from "@/lib/core/scorecard/overlay";
import { cardBeside } from "./card-columns";
import type { ComputedBook } from "./compute-book";
import { readingsAt } from "./score-book";

/** The health of the account at an index of a computed book, with every step in words. */
export function healthAt(
  { book, model, scored, cards, cardRules, divergences, asOf }: ComputedBook,
  i: number,
): Health {
  const compiled = model.compiled[scored.definition[i] as number] as CompiledDefinition;
  const accountId = book.accountIds[i] as number;
  const measured = scoreEncoded(compiled, readingsAt(scored, i));
  const card = cardBeside(compiled, cards.get(accountId), measured.exact, divergences.get(accountId), asOf);
  return healthOf(compiled, measured, cardRules.exempt.has(accountId) ? "exempt" : card);
}
