import "server-only";
import { sql } from "drizzle-orm";
import type { CustomMeasures } from "@/lib/core/model-draft/custom-measures";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { remember } from "@/lib/server/remember";

const MOST_LEVELS = 12;
type Attribute = { key: string; levels: string[] | null; texts: number; accounts: number };

/** The keys of all metrics, and the attributes of all accounts; texts of more than 12 kinds are no levels. */
export async function listCustomMeasures(ctx: Ctx): Promise<CustomMeasures> {
  await authorize(ctx, "model:draft");
  const [metrics, attributes] = await Promise.all([
    // From each key to the next by its index: as many steps as there are keys, however many rows.
    ctx.db.execute<{ key: string }>(sql`
      with recursive found as (
        (select key from metrics order by key limit 1)
        union all
        select next.key from found
        cross join lateral (select key from metrics where metrics.key > found.key order by key limit 1) next
      ) select key from found order by key`),
    attributesHeld(ctx),
  ]);
  return {
    metrics: metrics.rows.map(({ key }) => key),
    attributes: attributes
      .filter(({ texts }) => texts <= MOST_LEVELS)
      .map(({ key, levels, accounts }) => ({ key, levels, accounts })),
    tooMany: attributes.filter(({ texts }) => texts > MOST_LEVELS).map(({ key }) => key),
  };
}

/** Every attribute that an account of the book has or had: its texts in order (null: numbers), and how many accounts have it
 * today. Counted once, over all runs, until an attribute changes or an account comes or goes: that is told by a look at the tables,
 * without taking values apart, which takes seconds for a hundred thousand accounts. */
async function attributesHeld(ctx: Ctx): Promise<Attribute[]> {
  const { rows } = await ctx.db.execute<{ state: string }>(sql`
    select concat((select concat(count(*), '.', max(xmin::text::bigint)) from account_attributes), ' ',
      (select concat(count(*), '.', sum(hashint4(account_id)::bigint)) from triage)) as state`);
  return remember(ctx, `attributes ${rows[0]?.state}`, [], () => countAttributes(ctx));
}

async function countAttributes(ctx: Ctx): Promise<Attribute[]> {
  const { rows } = await ctx.db.execute<Attribute>(sql`
    select key, (array_agg(level order by level) filter (where level is not null))[1:${MOST_LEVELS}] as levels,
      count(level)::int as texts, sum(accounts)::int as accounts
    from (
      select key, case when jsonb_typeof(value) <> 'number' then value #>> '{}' end as level,
        count(*) filter (where is_last) as accounts
      from (select attributes, lead(valid_from) over (partition by account_id order by valid_from) is null as is_last
        from account_attributes where account_id in (select account_id from triage)) held,
        jsonb_each(attributes) as pair (key, value)
      where jsonb_typeof(value) in ('string', 'boolean', 'number') group by 1, 2
    ) found group by key order by key`);
  return rows;
}
