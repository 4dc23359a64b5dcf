import "server-only";
import type { ClientBase } from "pg";
import { addDays, type Day } from "@/lib/core/calendar";
import { runNeeds } from "./compute-book";
import { loadRunModel } from "./load-run-model";

/** The closed days that the current run's measures are read from; null before the first run. */
export async function sliceDays(client: ClientBase): Promise<Day[] | null> {
  const { rows } = await client.query<{ asOf: Day; version: number }>(
    `select as_of as "asOf", model_version as version from runs where is_current`,
  );
  const [run] = rows;
  if (!run) return null;
  const model = await loadRunModel(client, run.asOf, run.version);
  const back = new Set([0, ...runNeeds(model).columns.map(({ daysBack }) => daysBack)]);
  return [...back].map((days) => addDays(run.asOf, -days));
}
