import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

export type SourceKind = "postgres" | "segment" | "stripe" | "api";

export type SourceRow = {
  id: number;
  name: string;
  kind: SourceKind;
  /** Where a database is: user, host and name. */
  at: string | null;
  everyMinutes: number | null;
  promisedHours: number;
  enabled: boolean;
  /** Minutes until its next run; negative where it is due. */
  nextInMinutes: number | null;
  /** Minutes since its newest delivery that succeeded. */
  deliveredMinutesAgo: number | null;
  /** Rows taken in the last day. */
  rowsOfDay: number;
  /** Tables whose latest delivery failed. */
  failing: string[];
};

/** The sources that deliver by themselves, with how late each is; for administrators. */
export async function listSources(ctx: Ctx): Promise<SourceRow[]> {
  await authorize(ctx, "source:manage");
  const { rows } = await ctx.db.execute<SourceRow>(sql`
    select s.id, s.name, s.kind, s.config->>'at' as at, s.every_minutes as "everyMinutes",
      s.promised_hours as "promisedHours", s.enabled,
      case when s.enabled then floor(extract(epoch from s.next_run_at - ${ctx.now}::timestamptz) / 60)::int end as "nextInMinutes",
      floor(extract(epoch from ${ctx.now}::timestamptz - runs.delivered) / 60)::int as "deliveredMinutesAgo",
      coalesce(runs.rows, 0)::int as "rowsOfDay",
      array(select table_name from (
        select distinct on (table_name) table_name, status from source_runs where source_id = s.id order by table_name, id desc
      ) latest where status = 'failed' order by 1) as failing
    from sources s left join lateral (
      select max(finished_at) filter (where status = 'ok') as delivered,
        sum(accepted) filter (where started_at > ${ctx.now}::timestamptz - interval '24 hours') as rows
      from source_runs where source_id = s.id) runs on true
    order by s.name, s.id`);
  return rows;
}
