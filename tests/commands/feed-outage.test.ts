import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { refreshFeeds } from "@/db/days/refresh-feeds";
import { loadDemo } from "@/db/demo/load-demo";
import { listFeeds } from "@/db/queries/sources/list-feeds";
import { collectNotices } from "@/lib/commands/collect-notices";
import { computeRun } from "@/lib/commands/compute-run";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { addDays, type Day } from "@/lib/core/calendar";
import type { Model } from "@/lib/core/health/model";
import { type Ctx, systemContext } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
/** The last day whose usage comes in time, and how long it then stays away. */
const LAST = "2026-11-16";
const OUTAGE_DAYS = 6;
const START = addDays(LAST, -8);
const BACK = addDays(LAST, OUTAGE_DAYS + 1);

/** A book whose rows of a day come the morning after, as they do in life. */
async function world(): Promise<{ pool: Pool; ctx: Ctx }> {
  const { pool } = await testDatabase();
  await loadDemo(pool, { accounts: 40, days: 150 });
  const ctx = await systemContext("test", databaseOn(pool));
  await pool.query("update settings set go_live_on = $1", [START]);
  // Where a missing reading counts as the worst and no scorecard speaks, bands fall as soon as usage goes missing.
  await pool.query("delete from scorecards where account_id % 3 <> 0");
  const { rows } = await pool.query<{ definition: Model }>("select definition from model_versions");
  const model = rows[0]?.definition as Model;
  const measures = model.definitions.default.measures.map((measure) => ({ ...measure, missing: "worst" }));
  const changed = {
    ...model,
    definitions: { ...model.definitions, default: { ...model.definitions.default, measures, coverageFloor: 0 } },
  };
  await pool.query("update model_versions set definition = $1", [JSON.stringify(changed)]);
  await pool.query("create table late as select * from usage_days where day >= $1", [START]);
  await pool.query("delete from usage_days where day >= $1", [START]);
  await pool.query(`update feeds set last_day = $1::date - 1 where feed = 'usage_days'`, [START]);
  return { pool, ctx };
}

async function deliver({ pool, ctx }: { pool: Pool; ctx: Ctx }, from: Day, to: Day): Promise<void> {
  await pool.query(
    "with come as (delete from late where day between $1 and $2 returning *) insert into usage_days select * from come",
    [from, to],
  );
  await withTransaction(pool, ({ client }) => refreshFeeds(client));
  await updateAccounts(ctx);
}

async function morning(where: { pool: Pool; ctx: Ctx }, day: Day): Promise<void> {
  const ctx = { ...where.ctx, today: day };
  await computeRun(ctx);
  await collectNotices(ctx);
}

/** What people and endpoints were told, what stands open, and what bands opened; of all accounts but some. */
async function consequences(pool: Pool, without: readonly number[]): Promise<Record<string, string[]>> {
  const texts = async (sql: string) =>
    (await pool.query<{ text: string }>(`${sql} order by 1`, [without])).rows.map(({ text }) => text);
  return {
    told: await texts(
      `select concat_ws(' ', kind, payload->>'accountId', payload->>'asOf', payload->>'to', payload->>'text', payload->>'dueOn')
         as text from outbox where kind <> 'feed_held' and coalesce((payload->>'accountId')::int, 0) <> all($1)`,
    ),
    clocks: await texts(
      `select concat_ws(' ', account_id, kind, key, tone, started_on, due_on, state, breached_on, stopped_on) as text
       from clocks where account_id <> all($1)`,
    ),
    playbooks: await texts(
      `select concat_ws(' ', account_id, band, opened_on, closed_on) as text from opened_playbooks
       where account_id <> all($1)`,
    ),
    divergences: await texts(
      `select concat_ws(' ', account_id, sign, opened_on, closed_on) as text from divergences where account_id <> all($1)`,
    ),
  };
}

/** Accounts of which something new was told on one of the days of the outage where usage came: with them something did happen. */
async function moved(): Promise<number[]> {
  const { rows } = await usual.pool.query<{ id: number }>(
    `select distinct (payload->>'accountId')::int as id from outbox
     where kind in ('band_changed', 'sudden_fall', 'divergence_opened') and payload->>'asOf' between $1 and $2 order by 1`,
    [LAST, BACK],
  );
  return rows.map(({ id }) => id);
}

const holds = async (pool: Pool) =>
  (
    await pool.query(
      `select kind, subject, opened_on as on, detail->>'fault' as fault, detail->>'since' as since, verdict,
         released_at is not null as over from holds order by id`,
    )
  ).rows;

let usual: Awaited<ReturnType<typeof world>>;
let broken: Awaited<ReturnType<typeof world>>;

beforeAll(async () => {
  usual = await world();
  broken = await world();
  for (let day = START; day <= LAST; day = addDays(day, 1))
    for (const where of [usual, broken]) {
      await deliver(where, addDays(day, -1), addDays(day, -1));
      await morning(where, day);
    }
}, 240_000);

test("while its usage feed is away, a book starts nothing that it would not have started, and admins hear of it once", async () => {
  expect(await consequences(broken.pool, [])).toEqual(await consequences(usual.pool, []));
  await deliver(broken, LAST, LAST);
  for (let day = addDays(LAST, 1); day < BACK; day = addDays(day, 1)) {
    await deliver(usual, addDays(day, -1), addDays(day, -1));
    await morning(usual, day);
    await morning(broken, day);
  }
  const { rows } = await broken.pool.query<{ tone: number; held: number }>(
    `select count(*) filter (where t.tone <> h.tone and t.tone > 0)::int as tone, count(*)::int as held
     from held_days h join triage t using (account_id) where h.day = $1`,
    [addDays(BACK, -1)],
  );
  // Without usage many accounts stand in another band: that is what is kept from counting.
  expect(rows[0]?.tone).toBeGreaterThan(15);
  const others = await moved();
  expect(others.length).toBeLessThan(5);
  const { told } = await consequences(usual.pool, []);
  const heard = (await consequences(broken.pool, [])).told ?? [];
  expect(heard.filter((notice) => !told?.includes(notice))).toEqual([]);
  expect(await consequences(broken.pool, others)).toEqual(await consequences(usual.pool, others));
  expect(await holds(broken.pool)).toEqual([
    {
      ...{ kind: "feed", subject: "usage_days", on: addDays(LAST, 2), fault: "stopped", since: addDays(LAST, 1) },
      ...{ verdict: null, over: false },
    },
  ]);
  const alerts = await broken.pool.query("select payload->>'subject' as subject from outbox where kind = 'feed_held'");
  expect(alerts.rows).toEqual([{ subject: "usage_days" }]);
  expect((await usual.pool.query("select from holds")).rowCount).toBe(0);
});

test("its measures turn missing on the day that was stated, not before, and the queue says so", async () => {
  const missing = async (day: Day) =>
    (
      await broken.pool.query<{ none: boolean }>(
        `select bool_and(readings[1] = 'NaN') as none from run_scores s join runs r on r.id = s.run_id
         where r.as_of = $1 and definition = 0 and r.id = (select max(id) from runs where as_of = $1)`,
        [day],
      )
    ).rows[0]?.none;
  const feeds = await listFeeds({ ...broken.ctx, today: addDays(BACK, -1) });
  const staleOn = feeds.find(({ feed }) => feed === "usage_days")?.staleOn as Day;
  expect(staleOn).toBe(addDays(LAST, 4));
  expect([await missing(addDays(staleOn, -1)), await missing(staleOn)]).toEqual([false, true]);
  const { rows } = await broken.pool.query("select count(*)::int as n from triage where reasons::text like $1", [
    `%Usage data silent ${OUTAGE_DAYS} d%`,
  ]);
  expect(rows[0].n).toBeGreaterThan(20);
});

test("once the feed is back with all its days, the hold lets go by itself and everything is as if nothing had happened", async () => {
  await deliver(broken, addDays(LAST, 1), addDays(BACK, -1));
  await deliver(usual, addDays(BACK, -1), addDays(BACK, -1));
  for (let day = BACK; day <= addDays(BACK, 2); day = addDays(day, 1)) {
    for (const where of [usual, broken]) {
      if (day > BACK) await deliver(where, addDays(day, -1), addDays(day, -1));
      await morning(where, day);
    }
  }
  expect(await holds(broken.pool)).toMatchObject([{ verdict: "by_itself", over: true }]);
  const others = await moved();
  expect(await consequences(broken.pool, others)).toEqual(await consequences(usual.pool, others));
  const queue = "select account_id, health, tone, priority, reasons, delta_30, band_since from triage order by 1";
  expect((await broken.pool.query(queue)).rows).toEqual((await usual.pool.query(queue)).rows);
  expect((await broken.pool.query("select from outbox where kind = 'feed_held'")).rowCount).toBe(1);
});
