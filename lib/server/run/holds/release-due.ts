import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";

/** Lets go of book-wide holds whose time has come: unexplained ones after 24 hours (for runs of days long past, two days on), those
 * that a person explained at their end. What an unexplained one kept out counts from its first day. Returns their ids. */
export async function releaseDue(client: ClientBase, asOf: Day): Promise<number[]> {
  const { rows } = await client.query<{ id: number; verdict: string }>(
    `update holds set released_at = now(), verdict = coalesce(verdict, 'by_itself'),
       detail = detail || jsonb_build_object('releasedOn', $1::text)
     where kind = 'book_wide' and released_at is null
       and (verdict is null and (releases_at <= now() or opened_on <= $1::date - 2) or (detail->>'until')::date <= $1)
     returning id, verdict`,
    [asOf],
  );
  for (const { id, verdict } of rows) if (verdict === "by_itself") await letCount(client, id, asOf);
  return rows.map(({ id }) => id);
}

/** Makes the days before one that a hold kept out count as computed after all, but where another hold still keeps them out; that
 * day itself does once its accounts are scored again. */
export async function letCount(client: ClientBase, holdId: number, before: Day): Promise<void> {
  await client.query(
    `with freed as (
       delete from held_days d using holds h where h.id = $1 and d.day >= h.opened_on
         and d.day < $2 and not exists (
         select from holds o where o.id <> h.id and o.opened_on <= d.day and o.verdict is distinct from 'real'
           and (o.released_at is null or (o.detail->>'releasedOn')::date > d.day)
           and not (o.kind = 'book_wide' and o.verdict = 'by_itself'))
       returning d.account_id)
     delete from clock_states where account_id in (select account_id from freed)`,
    [holdId, before],
  );
}
