import fc from "fast-check";
import { expect, test } from "vitest";
import { type Matchable, matchPairs } from "@/lib/core/validation/match-pairs";

const CALIPERS = [5, 2];

/** Every pair of a stratum within the calipers, the nearest first: what the matching is by definition. */
function byDefinition(treated: readonly Matchable[], untreated: readonly Matchable[]) {
  const apart = (one: Matchable, other: Matchable) =>
    CALIPERS.map((caliper, i) => Math.abs((one.near[i] as number) - (other.near[i] as number)) / caliper);
  const candidates = treated
    .flatMap((one) => untreated.filter(({ stratum }) => stratum === one.stratum).map((other) => ({ one, other })))
    .filter(({ one, other }) => apart(one, other).every((share) => share <= 1))
    .map(({ one, other }) => ({
      one,
      other,
      distance: apart(one, other).reduce((sum, share) => sum + share * share, 0),
    }))
    .sort((a, b) => a.distance - b.distance || a.one.id - b.one.id || a.other.id - b.other.id);
  const used = new Set<Matchable>();
  const pairs = candidates.filter(({ one, other }) => !used.has(one) && !used.has(other) && used.add(one).add(other));
  return pairs
    .map(({ one, other }) => ({ treated: one.id, untreated: other.id }))
    .sort((a, b) => a.treated - b.treated);
}

// Whole numbers close to each other: ties are common.
const place = fc.record({
  stratum: fc.constantFrom("red", "yellow"),
  near: fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 4 })),
});
const people = (from: number) =>
  fc.array(place, { maxLength: 40 }).map((all) => all.map((one, i) => ({ ...one, id: from + i })));

test("pairs are those of the definition, with ties, strata and calipers", () => {
  fc.assert(
    fc.property(people(1), people(1000), (treated, untreated) => {
      expect(matchPairs(treated, untreated, CALIPERS)).toEqual(byDefinition(treated, untreated));
    }),
    { numRuns: 500 },
  );
});

test("the order in which accounts come changes nothing", () => {
  fc.assert(
    fc.property(people(1), people(1000), (treated, untreated) => {
      const turned = matchPairs(treated.toReversed(), untreated.toReversed(), CALIPERS);
      expect(turned).toEqual(matchPairs(treated, untreated, CALIPERS));
    }),
  );
});
