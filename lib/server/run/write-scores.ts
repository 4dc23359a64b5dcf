import "server-only";
import type { ClientBase } from "pg";
import { dayNumber } from "@/lib/core/calendar";
import { type CopyColumn, copyRows } from "@/lib/server/copy-rows";
import type { ComputedBook } from "./compute-book";
import type { RunModel } from "./load-run-model";
import { readingsAt } from "./score-book";

/** A column's value with its absent mark, NaN or a negative index, as null. */
const orNull = (values: ArrayLike<number>) => (row: number) => {
  const value = values[row] as number;
  return Number.isNaN(value) ? null : value;
};
const indexOrNull = (values: ArrayLike<number>) => (row: number) => {
  const value = values[row] as number;
  return value < 0 ? null : value;
};

/** A band's tone as tables hold it: 1 red, 2 yellow, 3 green; 0 for insufficient data. */
export function toneCode(model: RunModel, definition: number, band: number): number {
  return band < 0 ? 0 : (model.compiled[definition]?.bands.rank[band] as number) + 1;
}

/** Copies a run's scores into a table of the shape of run_scores. */
export async function writeScores(
  client: ClientBase,
  table: string,
  runId: number,
  { book, scored }: ComputedBook,
): Promise<void> {
  const columns: CopyColumn[] = [
    { name: "run_id", type: "int4", at: () => runId },
    { name: "account_id", type: "int4", at: (row) => book.accountIds[row] as number },
    { name: "score", type: "float8", at: orNull(scored.score) },
    { name: "health", type: "float8", at: orNull(scored.health) },
    { name: "qualitative", type: "float4", at: orNull(scored.qualitative) },
    { name: "coverage", type: "float4", at: (row) => scored.coverage[row] as number },
    { name: "low", type: "float4", at: (row) => scored.low[row] as number },
    { name: "high", type: "float4", at: (row) => scored.high[row] as number },
    { name: "definition", type: "int2", at: (row) => scored.definition[row] as number },
    { name: "score_band", type: "int2", at: indexOrNull(scored.scoreBand) },
    { name: "health_band", type: "int2", at: indexOrNull(scored.healthBand) },
    { name: "people_tone", type: "int2", at: peopleTone(scored.peopleRank) },
    { name: "flags", type: "int2", at: (row) => scored.flags[row] as number },
    { name: "readings", type: "float8[]", at: (row) => readingsAt(scored, row) },
  ];
  await copyRows(client, table, columns, scored.n);
}

function peopleTone(rank: Int8Array): (row: number) => number | null {
  return (row) => ((rank[row] as number) < 0 ? null : (rank[row] as number) + 1);
}

/** Copies the scores of a day into health_day; the day's rows of these accounts must be gone. */
export async function writeHealthDay(client: ClientBase, computed: ComputedBook, replayed: boolean): Promise<void> {
  const { asOf, book, model, scored } = computed;
  const day = dayNumber(asOf);
  const tone = (bands: Int8Array) => (row: number) =>
    (bands[row] as number) < 0 ? null : toneCode(model, scored.definition[row] as number, bands[row] as number);
  const columns: CopyColumn[] = [
    { name: "account_id", type: "int4", at: (row) => book.accountIds[row] as number },
    { name: "day", type: "date", at: () => day },
    { name: "score", type: "float4", at: orNull(scored.score) },
    { name: "health", type: "float4", at: orNull(scored.health) },
    { name: "qualitative", type: "float4", at: orNull(scored.qualitative) },
    { name: "coverage", type: "float4", at: (row) => scored.coverage[row] as number },
    { name: "model_version", type: "int2", at: () => model.version },
    { name: "score_band", type: "int2", at: indexOrNull(scored.scoreBand) },
    { name: "health_band", type: "int2", at: indexOrNull(scored.healthBand) },
    { name: "score_tone", type: "int2", at: tone(scored.scoreBand) },
    { name: "health_tone", type: "int2", at: tone(scored.healthBand) },
    { name: "people_tone", type: "int2", at: peopleTone(scored.peopleRank) },
    { name: "replayed", type: "bool", at: () => replayed },
  ];
  await copyRows(client, "health_day", columns, scored.n);
}
