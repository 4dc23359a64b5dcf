import "server-only";
import type { ClientBase } from "pg";
import { type CopyColumn, copyColumns } from "@/db/days/copy-columns";
import { amongst } from "@/db/days/first-of-each";
import { NUMBER } from "@/db/days/slices-sql";
import { type Day, daysRemembered } from "@/lib/core/calendar";
import type { ActKind } from "@/lib/core/playbook/act";
import type { PlanFact } from "@/lib/core/playbook/clock";

/** What people did about an account since go-live: the facts that stop clocks. */
export type DoneFacts = {
  ownerChanges: { day: Day; role: "csm" | "am" }[];
  plans: PlanFact[];
  /** In no order. */
  acts: { day: Day; kind: ActKind }[];
  decisions: { day: Day; choice: "invest" | "accept"; newDate: Day | null }[];
};

const OWNERS = `select account_id as id, valid_from as day, role from (
    select *, lag(csm_id) over w as former_csm, lag(am_id) over w as former_am, row_number() over w as nr
    from account_owners where account_id = any($1) and valid_from <= $2
    window w as (partition by account_id order by valid_from)) o
  cross join lateral (values ('csm', csm_id, former_csm), ('am', am_id, former_am)) r (role, now, former)
  where nr > 1 and now is distinct from former and valid_from >= $3 order by valid_from`;

// A plan counts from the day on which nothing is missing in it.
const PLANS = `select account_id as id, id as plan, kind, opened_on as "openedOn", complete_on as "completeOn",
    closed_on as "closedOn", case when next_step is not null then due_on end as "nextStepOn"
  from plans where account_id = any($1) and opened_on <= $2 and coalesce(closed_on, 'infinity') >= $3 order by opened_on, id`;

const acts = (asOf: Day, goLive: Day, accountIds: readonly number[]) => `with touches as materialized (
    select account_id, (at at time zone (select time_zone from settings where id = 1))::date as day, kind, with_executive
    from touchpoints where ${amongst("account_id", accountIds)} and at >= date '${goLive}' - 1 and at < date '${asOf}' + 2
      and attended is not false)
  select account_id, ${NUMBER("day")}, kind from (
    select account_id, day, 'contact' as kind from touches
    union all
    select account_id, day, case kind when 'check_in' then 'check_in' else 'quarterly_review' end from touches
    where kind in ('check_in', 'qbr')
    union all
    select account_id, day, 'executive_meeting' from touches where with_executive
    union all
    select account_id, held_on, case kind when 'executive' then 'executive_meeting' when 'qbr' then 'quarterly_review'
      when 'fall' then 'reason' when 'loss' then 'review' when 'save' then 'review' else kind end
    from reviews where ${amongst("account_id", accountIds)}
  ) a where day between date '${goLive}' and date '${asOf}'`;

const DECISIONS = `select account_id as id, decided_on as day, kind as choice, decide_again_on as "newDate"
  from decisions where account_id = any($1) and decided_on between $3 and $2 order by decided_on, id`;

/** Owners' changes, plans, reviews, touches and decisions of accounts from go-live up to a day. */
export async function loadClockFacts(
  client: ClientBase,
  asOf: Day,
  goLive: Day,
  accountIds: readonly number[],
): Promise<(accountId: number) => DoneFacts> {
  const facts = new Map<number, DoneFacts>();
  const of = (id: number) => {
    const found = facts.get(id) ?? { ownerChanges: [], plans: [], acts: [], decisions: [] };
    facts.set(id, found);
    return found;
  };
  const values = [accountIds, asOf, goLive];
  const each = async <Row extends object>(text: string, take: (facts: DoneFacts, row: Row) => void) => {
    const { rows } = await client.query<Row & { id: number }>(text, values);
    for (const row of rows) take(of(row.id), row);
  };
  await each<DoneFacts["ownerChanges"][number]>(OWNERS, ({ ownerChanges }, { day, role }) =>
    ownerChanges.push({ day, role }),
  );
  await each<PlanFact & { plan: number }>(PLANS, ({ plans }, { plan, kind, openedOn, nextStepOn, ...row }) =>
    // What was completed or closed later had not been on the day.
    plans.push({
      ...{ id: plan, kind, openedOn, nextStepOn },
      completeOn: by(row.completeOn, asOf),
      closedOn: by(row.closedOn, asOf),
    }),
  );
  await eachAct(client, acts(asOf, goLive, accountIds), (id, act) => of(id).acts.push(act));
  await each<DoneFacts["decisions"][number]>(DECISIONS, ({ decisions }, { day, choice, newDate }) =>
    decisions.push({ day, choice, newDate }),
  );
  return of;
}

/** A book's touches are many: they come as columns, in no order. */
async function eachAct(client: ClientBase, sql: string, take: (id: number, act: DoneFacts["acts"][number]) => void) {
  const kinds: string[] = [];
  const int: CopyColumn = { type: "int4", absent: Number.NaN };
  const [[ids, days, places] = []] = await copyColumns(client, [
    { sql, columns: [int, int, { type: "text", words: kinds, absent: Number.NaN }] },
  ]);
  const dayOf = daysRemembered();
  for (let i = 0; i < (ids?.length ?? 0); i++)
    take(ids?.[i] as number, { day: dayOf(days?.[i] as number), kind: kinds[places?.[i] as number] as ActKind });
}

function by(day: Day | null, asOf: Day): Day | null {
  return day !== null && day <= asOf ? day : null;
}
