import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** How bands stood before and after a version took over. Tones: 0 none, 1 red, 2 yellow, 3 green. */
export type Takeover = {
  before: Day;
  after: Day;
  versionBefore: number;
  moves: { from: number; to: number; accounts: number }[];
};

/** The accounts scored on the last day before a version took over and on its first, by tone; null where it never did, or nothing
 * was before it. Between two days data may have changed as well. */
export async function findTakeover(ctx: Ctx, version: number): Promise<Takeover | null> {
  const { rows: days } = await ctx.db.execute<{ before: Day; after: Day; versionBefore: number }>(sql`
    with after as (
      select min(as_of) as day from runs where status = 'published' and model_version = ${version}
    )
    select after.day as after, old.as_of as before, old.model_version as "versionBefore" from after,
      lateral (select as_of, model_version from runs
        where status = 'published' and model_version <> ${version} and as_of < after.day
        order by as_of desc, id desc limit 1) old`);
  const [found] = days;
  if (!found?.after) return null;
  const tones = (day: Day) => sql`
    select account_id, coalesce(health_tone, 0) as tone from health_day h
    where day = ${day} and ${visibleAccounts(ctx, sql`h.account_id`)}`;
  const { rows: moves } = await ctx.db.execute<Takeover["moves"][number]>(sql`
    select b.tone::int as "from", a.tone::int as "to", count(*)::int as accounts
    from (${tones(found.before)}) b join (${tones(found.after)}) a using (account_id)
    group by 1, 2 order by 1 desc, 2 desc`);
  return { ...found, moves };
}
