import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";

/** How many accounts a definition scores in the current run, and for how many each of its columns is covered. */
export type Coverage = { definition: string; accounts: number; covered: number[] };

/** How far the data of the current run reaches, by definition and measure; a reading that is known to be none is covered. */
export async function listMeasureCoverage(ctx: Ctx): Promise<Coverage[]> {
  const { rows } = await ctx.db.execute<Coverage>(sql`
    with run as (select id, definitions from runs where is_current),
    scores as (select s.definition, s.readings from run_scores s where s.run_id = (select id from run)),
    counted as (
      select definition, at, count(*) filter (where reading <> 'NaN'::float8)::int as covered
      from scores, unnest(readings) with ordinality r (reading, at) group by definition, at
    )
    select run.definitions[size.definition + 1] as definition, size.accounts,
      (select array_agg(covered order by at) from counted where counted.definition = size.definition) as covered
    from (select definition, count(*)::int as accounts from scores group by definition) size, run
    order by size.definition`);
  return rows;
}
