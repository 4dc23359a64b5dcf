import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day, Month } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** What may be shown to a customer: their results, their use, the support they got, and what is still open. */
export type CustomerReview = {
  name: string;
  seats: number | null;
  outcomes: { name: string; targetOn: Day; achievedOn: Day | null; shared: boolean }[];
  /** Mean daily active users of each month, oldest first; null where fewer than half of its days had data. */
  use: { month: Month; users: number | null }[];
  modules: { module: string; isUsed: boolean }[];
  support: {
    opened: number;
    closed: number;
    open: number;
    medianHours: number | null;
    csat: number | null;
    rated: number;
  };
  requests: { id: string; openedOn: Day; severity: string }[];
  steps: { name: string; targetOn: Day; isLate: boolean }[];
};

const [MOST_OUTCOMES, MOST_OPEN] = [14, 8];

/** An account's review over some months up to today. It reads the customer's own facts alone: no score, card, plan, note or
 * contact, so that none of them can stand on the page. Null where the account may not be seen. */
export async function findCustomerReview(ctx: Ctx, slug: string, months: number): Promise<CustomerReview | null> {
  const from = sql`(${ctx.today}::date - make_interval(months => ${months}))::date`;
  const list = (rows: SQL) => sql`coalesce((select jsonb_agg(to_jsonb(x)) from (${rows}) x), '[]')`;
  const opened = local(sql`opened_at`);
  const closed = local(sql`closed_at`);
  const { rows } = await ctx.db.execute<CustomerReview>(sql`
    select a.name,
      (select sum(seats)::int from contracts where account_id = a.id and starts_on <= ${ctx.today}
        and (ends_on is null or ends_on >= ${ctx.today})) as seats,
      ${list(sql`select name, target_on as "targetOn", achieved_on as "achievedOn", shared_internally as shared from milestones
        where account_id = a.id and kind = 'outcome' and target_on <= ${ctx.today}::date + 90
          and (achieved_on is null or achieved_on >= ${from}) and (achieved_on is not null or target_on >= ${from})
        order by achieved_on nulls last, target_on, name limit ${MOST_OUTCOMES}`)} as outcomes,
      ${list(sql`select to_char(m, 'YYYY-MM') as month,
          case when count(u.active_users) * 2 >= least(${ctx.today}::date, (m + interval '1 month')::date - 1) - m::date + 1
            then avg(u.active_users)::float8 end as users
        from generate_series(date_trunc('month', ${from}) + interval '1 month', ${ctx.today}::date, interval '1 month') m
        left join usage_days u on u.account_id = a.id and u.day >= m and u.day < m + interval '1 month' and u.day <= ${ctx.today}::date
        group by m order by m`)} as use,
      ${list(sql`select e.module, exists (select from feature_usage f where f.account_id = a.id and f.module = e.module and f.users > 0
          and f.day between ${ctx.today}::date - 89 and ${ctx.today}::date) as "isUsed"
        from entitlements e where e.account_id = a.id and e.from_on <= ${ctx.today} and (e.to_on is null or e.to_on >= ${ctx.today})
        group by e.module order by e.module`)} as modules,
      (select jsonb_build_object('opened', count(*) filter (where ${opened} > ${from}), 'closed', count(*) filter (where ${closed} > ${from}),
        'open', count(*) filter (where closed_at is null),
        'medianHours', percentile_cont(0.5) within group (order by extract(epoch from closed_at - opened_at) / 3600)
          filter (where ${closed} > ${from}),
        'csat', avg(csat) filter (where ${closed} > ${from}), 'rated', count(csat) filter (where ${closed} > ${from}))
        from tickets where account_id = a.id and ${opened} <= ${ctx.today}::date) as support,
      ${list(sql`select external_id as id, ${opened} as "openedOn", severity from tickets
        where account_id = a.id and closed_at is null and ${opened} <= ${ctx.today}::date
        order by array_position(array['critical', 'high', 'normal', 'low'], severity), opened_at limit ${MOST_OPEN}`)} as requests,
      ${list(sql`select name, target_on as "targetOn", target_on < ${ctx.today}::date as "isLate" from milestones
        where account_id = a.id and kind = 'onboarding' and achieved_on is null and target_on between ${from} and ${ctx.today}::date + 90
        order by target_on, name limit ${MOST_OPEN}`)} as steps
    from accounts a where a.slug = ${slug} and ${visibleAccounts(ctx, sql`a.id`)}`);
  return rows[0] ?? null;
}

function local(instant: SQL): SQL {
  return sql`(${instant} at time zone (select time_zone from settings where id = 1))::date`;
}
