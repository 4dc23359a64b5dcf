import "server-only";
import { sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/server/context";
import { listSources, type SourceRow } from "./list-sources";

export type SourceDetail = SourceRow & {
  tables: Record<string, { query: string; cursor: string | null }>;
  /** The newest cursor value read, by table. */
  cursors: Record<string, string>;
  /** The last deliveries, newest first. */
  runs: {
    id: number;
    table: string;
    minutesAgo: number;
    seconds: number | null;
    status: "running" | "ok" | "failed";
    accepted: number;
    unchanged: number;
    rejected: number;
    waiting: number;
    message: string | null;
  }[];
};

/** One source with its queries and its log, never its secret; for administrators. */
export async function getSource(ctx: Ctx, id: number): Promise<SourceDetail> {
  const source = (await listSources(ctx)).find((one) => one.id === id);
  if (!source) throw new AppError("not_found", "There is no such source.");
  const { rows: kept } = await ctx.db.execute<Pick<SourceDetail, "tables" | "cursors">>(
    sql`select coalesce(config->'tables', '{}') as tables, cursors from sources where id = ${id}`,
  );
  const { rows: runs } = await ctx.db.execute<SourceDetail["runs"][number]>(sql`
    select id, table_name as "table", floor(extract(epoch from ${ctx.now}::timestamptz - started_at) / 60)::int as "minutesAgo",
      round(extract(epoch from finished_at - started_at))::int as seconds, status, accepted, unchanged, rejected, waiting, message
    from source_runs where source_id = ${id} order by id desc limit 20`);
  return { ...source, tables: kept[0]?.tables ?? {}, cursors: kept[0]?.cursors ?? {}, runs };
}
