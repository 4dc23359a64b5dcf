import "server-only";
import { sql } from "drizzle-orm";
import type { PortfolioScope } from "@/db/queries/get-portfolio-scope";
import type { Day } from "@/lib/core/calendar";
import { isCalendarFall } from "@/lib/core/portfolio/calendar-fall";
import type { Ctx } from "@/lib/server/context";
import { healthOfMany } from "@/lib/server/run/health-of-many";
import { readWhole } from "@/lib/server/run/read-whole";
import { quarterPaths } from "./quarter-paths";

/** Ids of the greens that fell by the calendar alone: without what measures that move by date did, they would be green. */
export async function calendarFalls(
  ctx: Ctx,
  scope: Pick<PortfolioScope, "book" | "segment">,
  between: { start: Day; end: Day },
): Promise<ReadonlySet<number>> {
  const { rows: models } = await ctx.db.execute<{ any: boolean }>(
    sql`select exists (select from model_versions where definition::jsonb @? '$.**.calendar ? (@ == true)') as "any"`,
  );
  if (!models[0]?.any) return new Set();
  const { rows } = await ctx.db.execute<{ id: number }>(
    sql`select account_id as id from (${quarterPaths(ctx, scope, between)}) q where path = 'fell'`,
  );
  const ids = rows.map(({ id }) => id);
  return readWhole(ctx.db, async (client) => {
    const then = await healthOfMany(client, ids, between.start);
    const now = await healthOfMany(client, ids, between.end);
    return new Set(
      ids.filter((id) => {
        const [before, after] = [then.get(id), now.get(id)];
        return before && after && isCalendarFall(before, { ...after, health: after.health.score ?? Number.NaN });
      }),
    );
  });
}
