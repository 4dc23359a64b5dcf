import "server-only";
import type { ClientBase } from "pg";
import { heldColumns } from "@/lib/core/guards/held-columns";
import type { Definition } from "@/lib/core/health/model";
import type { ComputedBook } from "@/lib/server/run/compute-book";
import { loadRunModel, type RunModel } from "@/lib/server/run/load-run-model";
import { scoreAgain } from "@/lib/server/run/score-book";
import { type OpenHold, subjectsOf } from "./load-holds";

/** The book as its consequences see it: scored with what is held standing at its last good reading, all else as it is. Clocks,
 * playbooks, divergences and notices go by it; scores and history are what was computed. The book itself where nothing is held. */
export async function effectiveBook(
  client: ClientBase,
  computed: ComputedBook,
  holds: readonly OpenHold[],
): Promise<ComputedBook> {
  const { model, scored } = computed;
  const columns = scored.columns.map((own) => [...own]);
  let isChanged = false;
  for (const hold of holds) {
    const { baseRun } = hold.detail;
    const held = model.definitions.map((definition) => heldColumns(definition, subjectsOf([hold])));
    if (baseRun === null || held.every((own) => own.length === 0)) continue;
    const base = await loadBase(client, baseRun, computed);
    for (const [d, own] of held.entries())
      for (const column of own) isChanged = standIn(computed, columns, base, d, column) || isChanged;
  }
  return isChanged ? { ...computed, scored: scoreAgain(computed, columns) } : computed;
}

type Base = { model: RunModel; rows: Map<number, { definition: number; readings: number[] }> };

/** The readings of a run, by account. */
export async function loadBase(client: ClientBase, runId: number, { book, model }: ComputedBook): Promise<Base> {
  const { rows: runs } = await client.query<{ version: number; day: string }>(
    "select model_version as version, as_of as day from runs where id = $1",
    [runId],
  );
  const [run] = runs;
  const { rows } = await client.query<[number, number, number[]]>({
    rowMode: "array",
    text: "select account_id, definition, readings from run_scores where run_id = $1 and account_id = any($2)",
    values: [runId, Array.from(book.accountIds)],
  });
  return {
    model: !run || run.version === model.version ? model : await loadRunModel(client, run.day, run.version),
    rows: new Map(rows.map(([id, definition, readings]) => [id, { definition, readings }])),
  };
}

/** Puts the readings of the base into one column; where it had none, what was read today stays. */
function standIn(
  { model, scored, book }: ComputedBook,
  columns: Float64Array[][],
  base: Base,
  d: number,
  column: number,
): boolean {
  const now = columns[d]?.[column];
  if (!now) return false;
  const key = columnKey(model.definitions[d] as Definition, column);
  const places = base.model.definitions.map((definition) => placeOf(definition, key));
  const filled = Float64Array.from(now);
  let isChanged = false;
  for (let i = 0; i < scored.n; i++) {
    if (scored.definition[i] !== d) continue;
    const row = base.rows.get(book.accountIds[i] as number);
    const reading = row?.readings[places[row.definition] ?? -1];
    const at = scored.position[i] as number;
    if (reading === undefined || Number.isNaN(reading) || Object.is(filled[at], reading)) continue;
    filled[at] = reading;
    isChanged = true;
  }
  if (isChanged) (columns[d] as Float64Array[])[column] = filled;
  return isChanged;
}

/** A column's measure with its levels, whose order encodes the readings. */
function columnKey({ measures, watched }: Definition, column: number): string {
  const measure = measures[column];
  if (!measure) return watched[column - measures.length] ?? "";
  const levels = measure.scoring.type === "levels" ? Object.keys(measure.scoring.levels).sort() : [];
  return [measure.key, ...levels].join("\n");
}

function placeOf(definition: Definition, key: string): number {
  const n = definition.measures.length + definition.watched.length;
  return Array.from({ length: n }, (_, i) => columnKey(definition, i)).indexOf(key);
}
