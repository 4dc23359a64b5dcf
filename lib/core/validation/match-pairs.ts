/** One account to be matched: only those of the same stratum are compared, by numbers that are near to each other. */
export type Matchable = { id: number; stratum: string; near: readonly number[] };

/** Pairs of treated and untreated, one to one and without replacement. Within a stratum every pair whose numbers all lie within
 * their calipers is a candidate; the nearest is taken first (sum of squares of distance / caliper), lower ids at a tie: the
 * same input gives the same pairs in any order. What finds nobody near is left out and counted by the caller. Throws where the
 * numbers and the calipers are not as many. Source: greedy nearest-neighbour matching within calipers (Rosenbaum & Rubin 1985).
 * @example matchPairs([{ id: 1, stratum: "red", near: [40] }], [{ id: 2, stratum: "red", near: [43] }, { id: 3, stratum: "red", near: [41] }], [5]) // → [{ treated: 1, untreated: 3 }] */
export function matchPairs(
  treated: readonly Matchable[],
  untreated: readonly Matchable[],
  calipers: readonly number[],
): { treated: number; untreated: number }[] {
  const byStratum = new Map<string, Matchable[]>();
  for (const other of untreated) byStratum.set(other.stratum, [...(byStratum.get(other.stratum) ?? []), other]);
  const candidates = treated.flatMap((one) =>
    (byStratum.get(one.stratum) ?? []).flatMap((other) => {
      const distance = distanceOf(one, other, calipers);
      return distance === null ? [] : [{ treated: one.id, untreated: other.id, distance }];
    }),
  );
  candidates.sort((a, b) => a.distance - b.distance || a.treated - b.treated || a.untreated - b.untreated);
  const [usedTreated, usedUntreated] = [new Set<number>(), new Set<number>()];
  const pairs: { treated: number; untreated: number }[] = [];
  for (const { treated: one, untreated: other } of candidates) {
    if (usedTreated.has(one) || usedUntreated.has(other)) continue;
    usedTreated.add(one);
    usedUntreated.add(other);
    pairs.push({ treated: one, untreated: other });
  }
  return pairs.sort((a, b) => a.treated - b.treated);
}

/** How far two lie apart in calipers, squared; null where any number is farther than its caliper. */
function distanceOf(one: Matchable, other: Matchable, calipers: readonly number[]): number | null {
  if (one.near.length !== calipers.length || other.near.length !== calipers.length)
    throw new RangeError("matchPairs requires as many numbers as calipers");
  let distance = 0;
  for (const [i, caliper] of calipers.entries()) {
    const apart = Math.abs((one.near[i] as number) - (other.near[i] as number)) / caliper;
    if (!(apart <= 1)) return null;
    distance += apart * apart;
  }
  return distance;
}
