import "server-only";
import type { ClientBase, PoolClient } from "pg";
import { loadSlices } from "@/db/days/load-slices";
import { definitionRequests, readDefinition } from "@/lib/core/measures/levels";
import { needsOf } from "@/lib/core/measures/needs";
import { MISSING } from "@/lib/core/measures/reading";
import type { DraftReadings } from "@/lib/core/what-if/draft-readings";
import { encodeColumns, type TypedColumns } from "@/lib/core/what-if/typed-columns";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/server/context";
import { readWhole } from "@/lib/server/run/read-whole";
import { currentRun, type TriedRun } from "./current-run";
import { assertWholeBook } from "./of-whole-book";
import { byCut, pastCases, slicesOfCut } from "./past-cases";

/** The readings of one definition that the run's model has not read: for every account of the run, in the order of its columns,
 * or for every past case; column "0", "1", … in the definition's order. For those who may read the whole book. */
export async function getDraftReadings(ctx: Ctx, runId: number, asked: DraftReadings): Promise<Uint8Array> {
  await assertWholeBook(ctx);
  try {
    definitionRequests(asked);
  } catch (error) {
    throw new AppError("invalid", error instanceof RangeError ? error.message : "These measures cannot be read.");
  }
  return readWhole(ctx.db, async (client) => {
    const run = await currentRun(client, runId);
    const columns =
      asked.days === null ? await ofAccounts(client, run, asked) : await ofCases(ctx, client, run, asked, asked.days);
    return encodeColumns({ runId, revision: run.revision }, columns);
  });
}

async function ofAccounts(client: ClientBase, { runId, asOf }: TriedRun, asked: DraftReadings): Promise<TypedColumns> {
  const { rows } = await client.query<[id: number]>({
    rowMode: "array",
    text: `select s.account_id from run_scores s join triage t on t.account_id = s.account_id where s.run_id = $1
      order by t.arr_cents desc nulls last, s.account_id`,
    values: [runId],
  });
  const slices = await loadSlices(client, { asOf, needs: needsOf(definitionRequests(asked)) });
  const place = new Map(Array.from(slices.accountIds, (id, at) => [id, at]));
  const accountIds = Int32Array.from(rows, ([id]) => id);
  const read = readDefinition(asked, slices).map((column) =>
    Float64Array.from(accountIds, (id) => column[place.get(id) ?? -1] ?? MISSING),
  );
  return { accountIds, ...Object.fromEntries(read.map((column, i) => [i, column])) };
}

async function ofCases(
  ctx: Ctx,
  client: PoolClient,
  run: TriedRun,
  asked: DraftReadings,
  days: number,
): Promise<TypedColumns> {
  const { cases } = await pastCases(ctx, client, run, days);
  const needs = needsOf(definitionRequests(asked));
  const columns = [...asked.measures, ...asked.watched].map((): number[] => []);
  for (const cut of byCut(cases))
    for (const [i, column] of readDefinition(asked, await slicesOfCut(client, cut, needs)).entries())
      columns[i]?.push(...column);
  const read = columns.map((column) => Float64Array.from(column));
  return {
    accountIds: Int32Array.from(cases, ({ accountId }) => accountId),
    ...Object.fromEntries(read.map((column, i) => [i, column])),
  };
}
