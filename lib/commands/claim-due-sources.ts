import "server-only";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

/** The Postgres sources that are due, each put off to its next time, so that no two workers read one for the same time. */
export async function claimDueSources(ctx: Ctx): Promise<number[]> {
  await authorize(ctx, "run:compute");
  const { rows } = await ctx.db.$client.query<{ id: number }>(
    `update sources set next_run_at = $1::timestamptz + make_interval(mins => every_minutes)
     where id in (
       select id from sources where kind = 'postgres' and enabled and every_minutes is not null
         and coalesce(next_run_at, $1) <= $1 order by id for update skip locked)
     returning id`,
    [ctx.now],
  );
  return rows.map(({ id }) => id);
}
