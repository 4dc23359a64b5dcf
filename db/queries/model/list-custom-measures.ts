import "server-only";
import { sql } from "drizzle-orm";
import type { CustomMeasures } from "@/lib/core/model-draft/custom-measures";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

/** Attributes are looked for among so many accounts, the largest first. */
const LOOKED_AT = 500;
const MOST_LEVELS = 12;

/** The keys of all metrics, and the attributes of the largest 500 accounts; texts of more than 12 kinds are no levels. */
export async function listCustomMeasures(ctx: Ctx): Promise<CustomMeasures> {
  await authorize(ctx, "model:draft");
  const looked = sql`select account_id from triage order by arr_cents desc nulls last, account_id limit ${LOOKED_AT}`;
  const [metrics, attributes] = await Promise.all([
    // From each key to the next by its index: as many steps as there are keys, however many rows.
    ctx.db.execute<{ key: string }>(sql`
      with recursive found as (
        (select key from metrics order by key limit 1)
        union all
        select next.key from found
        cross join lateral (select key from metrics where metrics.key > found.key order by key limit 1) next
      ) select key from found order by key`),
    ctx.db.execute<{ key: string; levels: string[] | null; texts: number }>(sql`
      select key, (array_agg(distinct value #>> '{}' order by value #>> '{}') filter (where jsonb_typeof(value) in ('string', 'boolean')))[1:${MOST_LEVELS}] as levels,
        count(distinct value) filter (where jsonb_typeof(value) in ('string', 'boolean'))::int as texts
      from account_attributes, jsonb_each(attributes) as pair (key, value)
      where account_id in (${looked}) and jsonb_typeof(value) in ('string', 'boolean', 'number') group by key order by key`),
  ]);
  return {
    metrics: metrics.rows.map(({ key }) => key),
    attributes: attributes.rows
      .filter(({ texts }) => texts <= MOST_LEVELS)
      .map(({ key, levels }) => ({ key, levels: levels ?? null })),
  };
}
