import { minorDigits } from "@/lib/format";
import type { OutCell } from "@/lib/ingest/out-table";

const TONES = [null, "red", "yellow", "green"];

/** A tone's word as addresses and files say it; none where there is no score. */
export function toneWord(tone: number): OutCell {
  return TONES[tone] ?? null;
}

/** Points to a tenth, and none where there is no band: what the screen shows, a little finer. */
export function pointsOf(value: number | null, tone: number): OutCell {
  return value === null || tone === 0 ? null : Math.round(value * 10) / 10;
}

/** Minor units as the amount that people write. */
export function amountOf(cents: number | null, currency: string): OutCell {
  return cents === null ? null : cents / 10 ** minorDigits(currency);
}

/** The moment so many minutes before another, to the minute. */
export function minutesAgo(now: Date, minutes: number): OutCell {
  return `${new Date(now.getTime() - minutes * 60_000).toISOString().slice(0, 16)}Z`;
}

/** A list's rows under its columns, each column a name and how its cell is read. */
export function listOf<Row>(rows: readonly Row[], columns: Readonly<Record<string, (row: Row) => OutCell>>) {
  const read = Object.values(columns);
  return { header: Object.keys(columns), rows: rows.map((row) => read.map((cell) => cell(row))) };
}
