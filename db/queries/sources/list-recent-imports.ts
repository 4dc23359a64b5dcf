import "server-only";
import { sql } from "drizzle-orm";
import type { RecentImport } from "@/lib/core/import-ledger";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

const SHOWN = 10;

/** The files imported last, newest first; for those who may import. */
export async function listRecentImports(ctx: Ctx, most = SHOWN): Promise<RecentImport[]> {
  await authorize(ctx, "import:run");
  const { rows } = await ctx.db.execute<RecentImport>(sql`
    select id, session_id as "sessionId", file_name as "fileName", table_name as "table", status,
      floor(extract(epoch from ${ctx.now}::timestamptz - coalesce(applied_at, imported_at)) / 60)::int as "minutesAgo",
      accepted, unchanged, rejected, waiting, first_day as "firstDay", last_day as "lastDay"
    from imports order by id desc limit ${most}`);
  return rows;
}
