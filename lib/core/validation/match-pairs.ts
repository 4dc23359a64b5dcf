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
  for (const { near } of [...treated, ...untreated])
    if (near.length !== calipers.length) throw new RangeError("matchPairs requires as many numbers as calipers");
  const strata = new Map<string, Stratum>();
  for (const { stratum } of treated)
    if (!strata.has(stratum)) strata.set(stratum, new Stratum(untreated.filter((other) => other.stratum === stratum)));
  const nearestOf = (one: Matchable) => strata.get(one.stratum)?.nearest(one, calipers) ?? null;
  // The nearest pair stands last. What a treated one was nearest to may be gone when its turn comes: then it asks again.
  const waiting = treated.flatMap((one) => nearestOf(one) ?? []).sort((a, b) => compare(b, a));
  const pairs: { treated: number; untreated: number }[] = [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const stratum = strata.get(next.one.stratum) as Stratum;
    if (stratum.take(next.at)) {
      pairs.push({ treated: next.one.id, untreated: next.other.id });
      continue;
    }
    const again = nearestOf(next.one);
    if (again) waiting.splice(placeOf(waiting, again), 0, again);
  }
  return pairs.sort((a, b) => a.treated - b.treated);
}

type Candidate = { one: Matchable; other: Matchable; at: number; distance: number };

function compare(a: Candidate, b: Candidate): number {
  return a.distance - b.distance || a.one.id - b.one.id || a.other.id - b.other.id;
}

/** Where a candidate belongs among those that wait, the nearest last. */
function placeOf(waiting: readonly Candidate[], candidate: Candidate): number {
  let [from, to] = [0, waiting.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare(waiting[middle] as Candidate, candidate) > 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The untreated of a stratum in the order of their first number, without those that are taken. */
class Stratum {
  readonly #others: readonly Matchable[];
  readonly #free: Uint8Array;
  /** The next free one on either side, or a step towards it. */
  readonly #left: Int32Array;
  readonly #right: Int32Array;

  constructor(others: readonly Matchable[]) {
    this.#others = others.toSorted((a, b) => (a.near[0] ?? 0) - (b.near[0] ?? 0));
    this.#free = new Uint8Array(others.length).fill(1);
    this.#left = Int32Array.from(others, (_, i) => i - 1);
    this.#right = Int32Array.from(others, (_, i) => i + 1);
  }

  /** Takes the one at a place; false where it has been taken. */
  take(at: number): boolean {
    if (!this.#free[at]) return false;
    this.#free[at] = 0;
    const [left, right] = [this.#left[at] as number, this.#right[at] as number];
    if (left >= 0) this.#right[left] = right;
    if (right < this.#others.length) this.#left[right] = left;
    return true;
  }

  /** The free one that is nearest, lower ids at a tie; outwards from where it would stand, until the first number alone is farther. */
  nearest(one: Matchable, calipers: readonly number[]): Candidate | null {
    let best: Candidate | null = null;
    const start = this.#placeOf(one.near[0] ?? 0);
    for (const [begin, steps] of [
      [start, this.#right],
      [start - 1, this.#left],
    ] as const)
      for (let at = begin; at >= 0 && at < this.#others.length; at = steps[at] as number) {
        if (!this.#free[at]) continue;
        const other = this.#others[at] as Matchable;
        const first = ((one.near[0] ?? 0) - (other.near[0] ?? 0)) / (calipers[0] ?? 1);
        if (first * first > (best?.distance ?? 1)) break;
        const distance = distanceOf(one, other, calipers);
        const candidate = distance === null ? null : { one, other, at, distance };
        if (candidate && (!best || compare(candidate, best) < 0)) best = candidate;
      }
    return best;
  }

  #placeOf(first: number): number {
    let [from, to] = [0, this.#others.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#others[middle]?.near[0] ?? 0) < first) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

/** How far two lie apart in calipers, squared; null where any number is farther than its caliper. */
function distanceOf(one: Matchable, other: Matchable, calipers: readonly number[]): number | null {
  let distance = 0;
  for (const [i, caliper] of calipers.entries()) {
    const apart = Math.abs((one.near[i] as number) - (other.near[i] as number)) / caliper;
    if (!(apart <= 1)) return null;
    distance += apart * apart;
  }
  return distance;
}
