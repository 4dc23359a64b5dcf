import type { Band } from "@/lib/core/health/bands";

/** One more band below the best half of the widest one, with the duties of the band it is cut from.
 * @example withBand([{ key: "g", from: 60, tone: "green", name: "G" }, { key: "r", from: 0, tone: "red", name: "R" }])[1].from // → 30 */
export function withBand(bands: readonly Band[]): Band[] {
  const widths = bands.map(({ from }, i) => (bands[i - 1]?.from ?? 100) - from);
  const at = widths.lastIndexOf(Math.max(...widths));
  const cut = bands[at];
  if (!cut) return [...bands];
  const from = Math.round((cut.from + (widths[at] ?? 0) / 2) * 10) / 10;
  let n = bands.length + 1;
  while (bands.some(({ key }) => key === `band_${n}`)) n++;
  // The band that is cut keeps its lower part, so that the last one still begins at 0.
  return bands.toSpliced(at, 0, { ...cut, key: `band_${n}`, name: `Band ${n}`, from });
}

/** The bands without one; where it was the last, the one above begins at 0.
 * @example withoutBand([{ key: "g", from: 60 }, { key: "y", from: 30 }, { key: "r", from: 0 }], 2)[1].from // → 0 */
export function withoutBand(bands: readonly Band[], at: number): Band[] {
  const rest = bands.toSpliced(at, 1);
  return rest.map((band, i) => (i === rest.length - 1 ? { ...band, from: 0 } : band));
}
