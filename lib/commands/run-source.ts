import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { refreshFeeds } from "@/db/days/refresh-feeds";
import { sources } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { deliver } from "@/lib/ingest/deliver";
import { rejectionText } from "@/lib/ingest/note-delivery";
import { PostgresConfig, type Reading, type TableQuery, withPostgres } from "@/lib/ingest/postgres-source";
import { TABLES } from "@/lib/ingest/tables";
import { workspaceFacts } from "@/lib/ingest/workspace-facts";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { presentable } from "@/lib/server/presentable";
import { unseal } from "@/lib/server/seal";
import { withTransaction } from "@/lib/server/transaction";

export const RunSource = z.strictObject({ id: z.int().positive() });

/** How reading one table went. */
interface TableRun {
  table: string;
  status: "ok" | "failed";
  accepted: number;
  waiting: number;
  rejected: number;
  message: string | null;
}

type Source = typeof sources.$inferSelect;

/** Reads a Postgres source: each of its tables in a transaction of its own, accounts before what belongs to them. A table that
 * fails is told in the log and keeps its cursor; the others go on. */
export async function runSource(ctx: Ctx, { id }: z.output<typeof RunSource>): Promise<TableRun[]> {
  await authorize(ctx, "import:run");
  const [source] = await ctx.db.select().from(sources).where(eq(sources.id, id));
  if (source?.kind !== "postgres") throw new AppError("not_found", "There is no such Postgres source.");
  const { tables } = PostgresConfig.parse(source.config);
  await ctx.db.$client.query(
    `update source_runs set status = 'failed', finished_at = now(), message = 'It was interrupted; the next run goes on.'
     where source_id = $1 and status = 'running' and started_at < now() - interval '1 hour'`,
    [id],
  );
  const runs: TableRun[] = [];
  for (const table of TABLES.keys()) {
    const query = tables[table];
    if (query) runs.push(await runTable(ctx, source, table, query));
  }
  return runs;
}

async function runTable(ctx: Ctx, source: Source, table: string, query: TableQuery): Promise<TableRun> {
  const { rows } = await ctx.db.$client.query<{ id: number }>(
    "insert into source_runs (source_id, table_name, status) values ($1, $2, 'running') returning id",
    [source.id, table],
  );
  const runId = rows[0]?.id;
  try {
    return await readTable(ctx, source, { table, query, runId });
  } catch (error) {
    const { message } = presentable(error, `source ${source.id} ${table}`);
    await ctx.db.$client.query(
      "update source_runs set status = 'failed', finished_at = now(), message = $2 where id = $1",
      [runId, message],
    );
    return { table, status: "failed", accepted: 0, waiting: 0, rejected: 0, message };
  }
}

/** Rows, cursor and log commit together: what was not committed is read again. */
async function readTable(
  ctx: Ctx,
  source: Source,
  { table, query, runId }: { table: string; query: TableQuery; runId: number | undefined },
): Promise<TableRun> {
  const reading: Reading = { columns: [], rows: 0, last: null };
  return withPostgres(unseal(source.secret ?? ""), (database) =>
    withTransaction(
      ctx,
      async ({ tx, client }) => {
        const { rows: locks } = await client.query<{ free: boolean }>(
          "select pg_try_advisory_xact_lock(hashtext('bellwether.source'), $1) as free",
          [source.id],
        );
        if (!locks[0]?.free) throw new AppError("conflict", "The source is being read already.");
        const { currency } = await workspaceFacts(client);
        const read = database.rows(query, { after: source.cursors[table] ?? null, limit: null, reading });
        const options = { table, today: ctx.today, workspaceCurrency: currency, coveredThrough: ctx.today };
        const { accepted, unchanged, waiting, rejected, rejections } = await deliver(client, read, options);
        if (accepted > 0) await refreshFeeds(client);
        if (query.cursor && reading.last !== null)
          await client.query(
            "update sources set cursors = cursors || jsonb_build_object($2::text, $3::text) where id = $1",
            [source.id, table, reading.last],
          );
        const message = rejectionText(rejections, rejected);
        const counts = { accepted, unchanged, rejected, waiting };
        await client.query(
          `update source_runs set status = 'ok', finished_at = now(), accepted = $2, unchanged = $3, rejected = $4,
             waiting = $5, message = $6 where id = $1`,
          [runId, accepted, unchanged, rejected, waiting, message],
        );
        if (accepted > 0)
          await emitAudit(ctx, tx, {
            entry: "source.read",
            subject: `${source.id} ${source.name} ${table}`,
            after: counts,
          });
        return { table, status: "ok" as const, accepted, waiting, rejected, message };
      },
      { statementTimeoutMillis: 0 },
    ),
  );
}
