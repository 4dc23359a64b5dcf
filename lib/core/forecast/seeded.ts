/** Random numbers (0 ≤ x < 1) that are the same for the same seed, on every machine: mulberry32. Good for simulation, not for
 * secrets. Source: T. Ettinger 2017.
 * @example seeded(1)() === seeded(1)() // → true */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
