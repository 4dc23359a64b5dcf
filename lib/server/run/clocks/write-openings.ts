import "server-only";
import type { ClientBase } from "pg";
import { addDays, type Day } from "@/lib/core/calendar";
import type { ComputedBook } from "@/lib/server/run/compute-book";
import type { RunClocks } from "./run-clocks";

/** What a revision of the day, or a run of a few days before, may have to take back. */
const REVISED_DAYS = 30;

/** Writes which playbooks accounts' bands opened and closed: those that moved lately, or all where none were written yet. The
 * caller holds the publishing lock: two that open the same playbook would wait for each other. */
export async function writeOpenings(
  client: ClientBase,
  { asOf, book }: ComputedBook,
  { openings }: Pick<RunClocks, "openings">,
): Promise<void> {
  if (openings.length === 0) return;
  const accountIds = [...book.accountIds];
  const since = await changedSince(client, asOf);
  const rows = openings.flatMap((list, i) =>
    list
      .filter(({ openedOn, closedOn }, at) => {
        // Red that came back is open again although other bands came after it.
        const isBack = closedOn === null && at < list.length - 1;
        return isBack || openedOn >= since || (closedOn !== null && closedOn >= since);
      })
      .map((opening) => ({ accountId: accountIds[i] as number, ...opening })),
  );
  const column = <Name extends keyof (typeof rows)[number]>(name: Name) => rows.map((row) => row[name]);
  await client.query(
    `with given as (
       select * from unnest($3::int[], $4::text[], $5::date[], $6::text[], $7::float8[], $8::date[], $9::text[])
         g (account_id, band, opened_on, opened_by, health_then, closed_on, result)
     ), gone as (
       delete from opened_playbooks o where account_id = any($1) and opened_on >= $2 and not exists (
         select from given g where (g.account_id, g.band, g.opened_on) = (o.account_id, o.band, o.opened_on))
     )
     insert into opened_playbooks as o (account_id, band, opened_on, opened_by, health_then, closed_on, result)
     select * from given
     on conflict (account_id, band, opened_on) do update set opened_by = excluded.opened_by,
       health_then = excluded.health_then, closed_on = excluded.closed_on, result = excluded.result
     where (o.opened_by, o.health_then, o.closed_on, o.result)
       is distinct from (excluded.opened_by, excluded.health_then, excluded.closed_on, excluded.result)`,
    [
      accountIds,
      since,
      column("accountId"),
      column("band"),
      column("openedOn"),
      column("openedBy"),
      column("healthThen"),
      column("closedOn"),
      column("result"),
    ],
  );
}

/** The day since which openings may be other than they were written: all of them before the first was. */
async function changedSince(client: ClientBase, asOf: Day): Promise<Day> {
  const { rows } = await client.query<{ last: Day | null; isEmpty: boolean }>(
    `select (select max(as_of) from runs where status = 'published' and as_of < $1) as last,
       not exists (select from opened_playbooks) as "isEmpty"`,
    [asOf],
  );
  const { last = null, isEmpty = true } = rows[0] ?? {};
  if (isEmpty || last === null) return "1970-01-01";
  const [recent, before] = [addDays(asOf, -REVISED_DAYS), addDays(last, -REVISED_DAYS)];
  return before < recent ? before : recent;
}
