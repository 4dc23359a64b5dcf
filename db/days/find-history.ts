import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";

/** The first of the earliest month that account_day keeps, and the last closed day; null before the first close. Every
 * account has a row for the last closed day, so one account of the newest month tells it. */
export async function findHistory(client: ClientBase): Promise<{ firstMonth: Day; lastDay: Day } | null> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'account_day'::regclass order by c.relname`,
  );
  const [first] = rows;
  for (const { name } of rows.reverse()) {
    const last = await client.query<{ day: Day }>(
      `select max(day)::text as day from ${name} where account_id = (select account_id from ${name} limit 1)`,
    );
    const lastDay = last.rows[0]?.day;
    if (first && lastDay) return { firstMonth: `${first.name.slice(-6, -2)}-${first.name.slice(-2)}-01`, lastDay };
  }
  return null;
}
