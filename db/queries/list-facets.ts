import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** What there is to filter by: the segments, regions and tags of the accounts that the actor may see. */
export type Facets = { segments: string[]; regions: string[]; tags: string[] };

export async function listFacets(ctx: Ctx): Promise<Facets> {
  const seen = visibleAccounts(ctx, sql`x.account_id`);
  const { rows } = await ctx.db.execute<Facets>(sql`
    select
      array(select distinct x.segment from triage x where x.segment is not null and ${seen} order by 1) as segments,
      array(select distinct a.region from triage x join accounts a on a.id = x.account_id
        where a.region is not null and ${seen} order by 1) as regions,
      array(select distinct x.tag from account_tags x where ${seen} order by 1) as tags`);
  return rows[0] ?? { segments: [], regions: [], tags: [] };
}
