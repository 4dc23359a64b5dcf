import "server-only";
import { sql } from "drizzle-orm";
import { type TriageFilter, triageWhere } from "@/db/queries/triage-filter";
import type { Day } from "@/lib/core/calendar";
import { expansionReasons } from "@/lib/core/portfolio/expansion";
import type { Ctx } from "@/lib/server/context";
import { readFor } from "@/lib/server/run/read-for";
import { readWhole } from "@/lib/server/run/read-whole";

type Known = { id: number; asOf: Day; unsold: string[]; unreached: string[]; events: string[] };
const MEASURES = ["seat_use", "seat_use_trend", "power_users", "overdue_days", "escalations"];

/** Expansion candidates of a scope, each with why. Departments not reached are those that over half of the customers whose
 * contacts' departments are known have somebody in. */
export async function listExpansion(
  ctx: Ctx,
  scope: Pick<TriageFilter, "book" | "segment">,
): Promise<Map<number, string[]>> {
  const { rows } = await ctx.db.execute<Known>(sql`
    with sold as (select distinct module from entitlements where from_on <= ${ctx.today}::date),
    reached as (
      select account_id, department from contacts
      where department is not null and active_from <= ${ctx.today}::date
        and (active_to is null or active_to > ${ctx.today}::date)
      group by 1, 2),
    usual as (
      select department from reached group by department
      having count(*) * 2 > (select count(distinct account_id) from reached))
    select t.account_id as id, r.as_of as "asOf",
      array(select module from sold where not exists (select from entitlements e
        where e.account_id = t.account_id and e.module = sold.module and e.from_on <= ${ctx.today}::date
          and (e.to_on is null or e.to_on >= ${ctx.today}::date)) order by 1) as unsold,
      case when exists (select from reached where reached.account_id = t.account_id) then
        array(select department from usual where not exists (select from reached
          where reached.account_id = t.account_id and reached.department = usual.department) order by 1)
      else '{}' end as unreached,
      array(select distinct kind from events e where e.account_id = t.account_id and e.sign > 0
        and e.at > ${ctx.today}::date - 180 and e.at < ${ctx.today}::date + 1 order by 1) as events
    from triage t join runs r on r.id = t.run_id
    where ${triageWhere(ctx, scope)} and t.tone = 3 and t.card_state = 'in_force'`);
  const [first] = rows;
  if (!first) return new Map();
  const ids = rows.map(({ id }) => id);
  const requests = MEASURES.map((key) => ({ key }));
  const readings = await readWhole(ctx.db, (client) => readFor(client, first.asOf, ids, requests));
  return new Map(
    rows.flatMap(({ id, unsold, unreached, events }) => {
      const [seatUse = null, seatUseTrend = null, powerUsers = null, overdueDays = null, escalations = null] =
        readings.get(id) ?? [];
      const why = expansionReasons({
        ...{ seatUse, seatUseTrend, powerUsers, overdueDays, escalations },
        ...{ unsoldModules: unsold, unreachedDepartments: unreached, goodEvents: events },
      });
      return why.length > 0 ? [[id, why] as const] : [];
    }),
  );
}
