import "server-only";
import type { PoolClient } from "pg";
import { type Day, dayNumber } from "@/lib/core/calendar";
import { copyRows } from "@/lib/server/copy-rows";
import { computeBook } from "./compute-book";
import type { RunModel } from "./load-run-model";
import { snapshot } from "./read-whole";
import { toneCode } from "./write-scores";

/** Writes what a version of the model says of everybody on a day, from what is now known about it. */
export async function replayDayBy(client: PoolClient, model: RunModel, day: Day): Promise<void> {
  await snapshot(client);
  const { book, scored } = await computeBook(client, day, { model });
  const orNull = (values: Float64Array) => (row: number) => {
    const value = values[row] as number;
    return Number.isNaN(value) ? null : value;
  };
  const number = dayNumber(day);
  await copyRows(
    client,
    "model_replays",
    [
      { name: "version", type: "int4", at: () => model.version },
      { name: "account_id", type: "int4", at: (row) => book.accountIds[row] as number },
      { name: "day", type: "date", at: () => number },
      { name: "score", type: "float8", at: orNull(scored.score) },
      { name: "health", type: "float8", at: orNull(scored.health) },
      {
        name: "health_tone",
        type: "int2",
        at: (row) => {
          const band = scored.healthBand[row] as number;
          return band < 0 ? null : toneCode(model, scored.definition[row] as number, band);
        },
      },
    ],
    scored.n,
  );
}
