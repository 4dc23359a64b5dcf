import { type Day, dayNumber } from "@/lib/core/calendar";

export type TrendPoint = { day: Day; health: number | null; score: number | null };
/** The same past as a version of the model that did not count then would have said it. */
export type TrendHindsight = { version: number; points: readonly { day: Day; health: number | null }[] };
export type TrendBand = { name: string; tone: "green" | "yellow" | "red"; from: number };
export type TrendMarker = { day: Day; kind: string; words: string };

export type TrendModel = {
  /** x is the day number, so that gaps between days keep their length. */
  points: Array<{ x: number; day: Day; health: number | null; score: number | null }>;
  zones: Array<{ name: string; tone: TrendBand["tone"]; from: number; to: number }>;
  ticks: number[];
  domain: [number, number];
};

/** The line of a version that did not count then, by day number. */
export function prepareHindsight({ points }: TrendHindsight): { x: number; hindsight: number | null }[] {
  return points.map(({ day, health }) => ({ x: dayNumber(day), hindsight: health }));
}

/** A history ready to draw: zones from band to band, a tick a quarter, and a break in the line wherever a day has no value
 * or two points lie more than five weeks apart. */
export function prepareTrend(history: readonly TrendPoint[], bands: readonly TrendBand[]): TrendModel {
  const points: TrendModel["points"] = [];
  for (const { day, health, score } of history) {
    const x = dayNumber(day);
    const last = points.at(-1);
    if (last && x - last.x > 35) points.push({ x: last.x + 1, day, health: null, score: null });
    points.push({ x, day, health, score });
  }
  const ascending = [...bands].sort((a, b) => a.from - b.from);
  const zones = ascending.map(({ name, tone, from }, i) => ({ name, tone, from, to: ascending[i + 1]?.from ?? 100 }));
  const domain: [number, number] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 1];
  const ticks = quarterStarts(history).filter((x) => x >= domain[0] && x <= domain[1]);
  return { points, zones, ticks, domain };
}

function quarterStarts(history: readonly TrendPoint[]): number[] {
  const first = Number(history[0]?.day.slice(0, 4) ?? 0);
  const last = Number(history.at(-1)?.day.slice(0, 4) ?? -1);
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return years.flatMap((year) => ["01", "04", "07", "10"].map((month) => dayNumber(`${year}-${month}-01`)));
}
