import "server-only";
import type { PoolClient } from "pg";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { applyRows } from "@/lib/ingest/apply-rows";
import { hasKey, imageOf, journaled } from "@/lib/ingest/journal-image";
import { rowsOf } from "@/lib/ingest/rows-of";
import { SIGNAL_TABLES } from "@/lib/ingest/signal-tables";
import { type TableSpec, targetOf } from "@/lib/ingest/table-spec";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";
import { workspaceOf } from "@/lib/server/workspace";

export const CorrectSignal = z.strictObject({
  table: z.enum(SIGNAL_TABLES.map((spec) => spec.table)),
  accountId: z.int().positive(),
  /** The row's key beside the account, by the names that files have: {"id": "T-1"} or {"day": "2026-11-01"}. */
  key: z.record(z.string(), z.string()),
  /** Columns to change, as files write them; NULL empties one. */
  values: z.record(z.string(), z.string()),
  reason: z.string().trim().min(3, "Say why.").max(500),
});

/** Corrects one row by hand. The row's account is closed again from that day on and scored anew within a minute; the history
 * that it told differently is replayed after it. */
export async function correctSignal(ctx: Ctx, input: z.output<typeof CorrectSignal>): Promise<void> {
  await authorize(ctx, "import:run", input.accountId);
  const spec = SIGNAL_TABLES.find(({ table }) => table === input.table);
  if (!spec) throw new AppError("invalid", `There is no table "${input.table}".`);
  const keyNames = spec.columns.filter((column) => spec.key.includes(targetOf(column))).map(({ name }) => name);
  const missing = keyNames.filter((name) => !input.key[name]);
  if (missing.length > 0) throw new AppError("invalid", `The row's key needs ${missing.join(", ")}.`);
  const known = new Set(spec.columns.map(({ name }) => name));
  for (const name of Object.keys(input.values))
    if (!known.has(name) || keyNames.includes(name))
      throw new AppError("invalid", `${name} cannot be corrected here.`, { [`values.${name}`]: "cannot be corrected" });
  await withTransaction(ctx, async ({ tx, client }) => {
    const workspace = await workspaceOf(client);
    await client.query("select set_config('timezone', $1, true)", [workspace.timeZone]);
    const before = await rowOf(client, spec, input);
    if (!before) throw new AppError("not_found", "There is no such row.");
    const { rows } = await client.query<{ key: string }>("select external_id as key from accounts where id = $1", [
      input.accountId,
    ]);
    // Money is written in major units of the row's own currency.
    const currency: Record<string, string> =
      typeof before.currency === "string" && known.has("currency") ? { currency: before.currency } : {};
    const cells = { ...currency, ...input.values, ...input.key, account_id: rows[0]?.key ?? "" };
    const options = { spec, today: ctx.today, workspaceCurrency: workspace.currency };
    const { rejections, firstDay } = await applyRows(client, rowsOf([{ line: 1, cells }]), options);
    const [refused] = rejections;
    if (refused)
      throw new AppError("invalid", `${refused.column}: ${refused.reason}`, {
        [`values.${refused.column}`]: refused.reason,
      });
    const dated = String(before[spec.dated] ?? firstDay ?? ctx.today).slice(0, 10);
    const from = firstDay && firstDay < dated ? firstDay : dated;
    await client.query("select graphile_worker.add_job('replay-history', $1::json)", [JSON.stringify({ from })]);
    await emitAudit(ctx, tx, {
      entry: "signal.corrected",
      accountId: input.accountId,
      subject: `${spec.table} ${Object.values(input.key).join(" ")}`,
      before,
      after: { ...(await rowOf(client, spec, input)), reason: input.reason },
    });
  });
}

async function rowOf(
  client: PoolClient,
  spec: TableSpec,
  { accountId, key }: z.output<typeof CorrectSignal>,
): Promise<Record<string, unknown> | null> {
  const byColumn = Object.fromEntries(
    spec.columns.filter((column) => column.name in key).map((column) => [targetOf(column), key[column.name]]),
  );
  const wanted = { ...byColumn, account_id: accountId };
  const names = Object.keys(journaled(spec.table).key);
  if (names.some((name) => !(name in wanted))) return null;
  const { rows } = await client.query<{ row: Record<string, unknown> }>(
    `select ${imageOf(spec.table, "t")} as row from ${spec.table} t where ${hasKey(spec.table, "t", "$1::jsonb")} for update`,
    [JSON.stringify(wanted)],
  );
  return rows[0]?.row ?? null;
}
