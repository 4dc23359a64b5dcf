import "server-only";
import { eq, sql } from "drizzle-orm";
import { modelVersions } from "@/db/schema";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** How bands stood before and after a version took over. Tones: 0 none, 1 red, 2 yellow, 3 green. */
type Takeover = {
  before: Day;
  after: Day;
  versionBefore: number;
  /** The two score alike: what moved, customers moved. */
  isAlike: boolean;
  /** The days were before the installation was worked with: told afterwards, from what is known now. */
  isReplayed: boolean;
  moves: { from: number; to: number; accounts: number }[];
};

type Row = Takeover["moves"][number] & Pick<Takeover, "versionBefore" | "isAlike" | "isReplayed">;

/** The accounts scored on the last day before a version took over, and on its first, by tone; null where it never did, or nothing
 * was before it. Between two days data may have changed as well. */
export async function findTakeover(ctx: Ctx, version: number): Promise<Takeover | null> {
  const [found] = await ctx.db
    .select({ effectiveFrom: modelVersions.effectiveFrom })
    .from(modelVersions)
    .where(eq(modelVersions.version, version));
  if (!found) return null;
  const { rows: days } = await ctx.db.execute<{ before: Day | null; after: Day | null }>(sql`
    select max(day) filter (where day < ${found.effectiveFrom}) as before,
      min(day) filter (where day >= ${found.effectiveFrom}) as after
    from portfolio_day where dimension = 'all'`);
  const { before, after } = days[0] ?? {};
  if (!before || !after) return null;
  const scored = (day: Day) => sql`
    select account_id, coalesce(health_tone, 0) as tone, model_version, replayed from health_day h
    where day = ${day} and ${visibleAccounts(ctx, sql`h.account_id`)}`;
  const { rows } = await ctx.db.execute<Row>(sql`
    select b.tone::int as "from", a.tone::int as "to", count(*)::int as accounts,
      max(b.model_version)::int as "versionBefore", (select count(distinct v.scoring_version) = 1 from model_versions v
        where v.version in (${version}, max(b.model_version))) as "isAlike", bool_or(b.replayed or a.replayed) as "isReplayed"
    from (${scored(before)}) b join (${scored(after)}) a using (account_id)
    where a.model_version = ${version} and b.model_version <> ${version}
    group by 1, 2 order by 1 desc, 2 desc`);
  const [first] = rows;
  if (!first) return null;
  const moves = rows.map(({ from, to, accounts }) => ({ from, to, accounts }));
  const isReplayed = rows.some((row) => row.isReplayed);
  return { before, after, versionBefore: first.versionBefore, isAlike: first.isAlike, isReplayed, moves };
}
