import type { Term } from "./blueprint";
import type { Random } from "./prng";
import type { Script } from "./scripts";
import { START, today } from "./window";

/** A chain of terms: those before, one that ends with each decision, and the one now in force. */
export function termsOf(
  script: Script,
  since: number,
  size: { seats: number; arrCents: number },
  random: Random,
): Term[] {
  const terms: Term[] = [];
  const year = 365;
  const add = (startsOn: number, endsOn: number, factor: number) => {
    const before = terms.at(-1) ?? { arrCents: size.arrCents, seats: size.seats };
    const arrCents = Math.round((before.arrCents * factor) / 10_000) * 10_000;
    const seats = factor > 0.99 && factor < 1.06 ? before.seats : Math.max(5, Math.round(before.seats * factor));
    terms.push({ startsOn, endsOn, arrCents, seats });
  };
  let from = since;
  for (const [index, { decision }] of script.designs.entries()) {
    const previous = script.designs[index - 1]?.decision;
    if (!previous && decision.effectiveOn - from > 2.4 * year) {
      add(from, decision.effectiveOn - year - 1, 0.85);
      from = decision.effectiveOn - year;
      add(from, decision.effectiveOn - 1, 1 / 0.85);
    } else add(from, decision.effectiveOn - 1, previous?.factor ?? 1);
    from = decision.effectiveOn;
    if (decision.kind === "churned") return terms;
  }
  const factor = script.designs.at(-1)?.decision.factor ?? 1;
  if (script.designs.length === 0 && since < START - 400) {
    const renewed = random.int(START - 330, START - 2);
    add(from, renewed - 1, 0.8);
    from = renewed;
    add(from, Math.max(from + 3 * year, today + random.int(30, 300)) - 1, 1.25);
    return terms;
  }
  let years = 1;
  while (from + years * year <= today + 14) years++;
  if (random.chance(0.25)) years++;
  add(from, from + years * year - 1, factor);
  return terms;
}
