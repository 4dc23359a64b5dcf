import "server-only";
import { type ClientBase, escapeLiteral } from "pg";
import { addDays, type Day } from "@/lib/core/calendar";
import { accountDaySql } from "./account-day-sql";
import { metricDaySql } from "./metric-day-sql";
import { type Closing, stageClosing } from "./stage-closing";

/** Rows written by one statement: what sorts in memory. */
const ROWS_AT_ONCE = 150_000;

type Chunk = { low: number; high: number; since: Day; from: Day; last: Day };

/** Closes each account of a query from its own day to the same last day, clears the marks that this answers and queues the
 * accounts' past to be replayed. A mark that changed since it was read stays: what it tells of may not have been seen. */
export async function closeStaged(client: ClientBase, closing: Omit<Closing, "zone">, to: Day): Promise<void> {
  const settings = await client.query<{ time_zone: string }>("select time_zone from settings where id = 1");
  const zone = escapeLiteral(settings.rows[0]?.time_zone ?? "UTC");
  await client.query("set jit = off; set work_mem = '192MB'");
  try {
    await stageClosing(client, { ...closing, zone });
    for (const chunk of await chunksOf(client, to)) await closeChunk(client, chunk, zone, to);
    await client.query(
      `with answered as (
         delete from changed_accounts m using closing c where m.account_id = c.account_id and m.xmin::text = c.mark
         returning m.account_id, m.from_day)
       insert into replay_queue as q select account_id, from_day from answered order by account_id
       on conflict (account_id) do update set from_day = least(q.from_day, excluded.from_day)`,
    );
  } finally {
    // In a transaction that failed this fails too, and the rollback has reset it already.
    await client.query("reset work_mem").catch(() => undefined);
  }
}

async function closeChunk(client: ClientBase, chunk: Chunk, zone: string, to: Day): Promise<void> {
  const { low, high } = chunk;
  const date = (day: Day) => `date '${day}'`;
  const instant = (day: Day, days: number) => `timestamptz '${addDays(day, days)} 00:00+00'`;
  const [since, from, until] = [date(chunk.since), date(chunk.from), date(to)];
  const scope = {
    zone,
    since,
    from,
    last: date(chunk.last),
    to: until,
    after: chunk.since < chunk.from ? "'-infinity'" : instant(chunk.since, -2),
    fresh: instant(chunk.from, -2),
    before: instant(to, 3),
    low,
    high,
  };
  await client.query("select ensure_months('account_day', $1, $2)", [chunk.from, to]);
  const rows = `d.account_id = c.account_id and ${[`d`, `c`].map((t) => `${t}.account_id between ${low} and ${high}`).join(" and ")}`;
  await client.query(
    `delete from account_day d using closing c where ${rows} and d.day between ${from} and ${until} and d.day >= c.from_day`,
  );
  await client.query(
    `delete from metric_day d using closing c where ${rows} and d.day between ${since} and ${until} and d.day >= c.since`,
  );
  await client.query(accountDaySql(scope));
  await client.query(metricDaySql(scope));
}

async function chunksOf(client: ClientBase, to: Day): Promise<Chunk[]> {
  const { rows } = await client.query<Chunk>(
    `select min(account_id) as low, max(account_id) as high, min(since)::text as since, min(from_day)::text as from,
       max(from_day)::text as last
     from (select *, sum($1::date - from_day + 2) over (order by account_id) / $2 as chunk from closing where from_day <= $1) c
     group by chunk order by chunk`,
    [to, ROWS_AT_ONCE],
  );
  return rows;
}
