import { sql } from "drizzle-orm";
import { Client, type Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Transaction, withTransaction } from "@/lib/server/transaction";
import { testDatabase } from "@/tests/setup";

const KILLS = 80;
const WORKERS = 24; // on a pool of 10: there are always waiters
const ACCOUNTS = 40;
const LONGEST_MILLIS = 20_000;

type Outcome = "committed" | "refused" | "unknown";
class Refused extends Error {}

const outcomes = new Map<string, Outcome>();
const slowest = { millis: 0 };
const never = { acquired: 0 };
let url: string;
let pool: Pool;
let tortured = false;

beforeAll(async () => {
  process.env.LOG_LEVEL = "silent";
  ({ url, pool } = await testDatabase());
  await pool.query(`
    create table purse (id int primary key, coins int not null);
    create table transfer (id text primary key);
    create table leg (transfer_id text not null references transfer, purse_id int not null, coins int not null);
    insert into purse select id, 1000 from generate_series(1, ${ACCOUNTS}) id`);
  await Promise.all([...Array.from({ length: WORKERS }, (_, worker) => work(worker)), kill()]);
}, 240_000);

afterAll(() => {
  delete process.env.LOG_LEVEL;
});

async function kill(): Promise<void> {
  const killer = new Client({ connectionString: url });
  await killer.connect();
  const killed: number[] = [];
  while (killed.length < KILLS) {
    const { rows } = await killer.query<{ pid: number }>(`
      select pid, pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name = 'bellwether'
      order by state = 'idle', random() limit 1`);
    killed.push(...rows.map(({ pid }) => pid));
    await pause(20 + Math.random() * 40);
  }
  // On a busy machine the last of them live on for a moment, and the tests must not be given one.
  while ((await killer.query("select from pg_stat_activity where pid = any($1)", [killed])).rowCount) await pause(20);
  await killer.end();
  tortured = true;
}

async function work(worker: number): Promise<void> {
  for (let turn = 0; !tortured; turn++) {
    const id = `${worker}-${turn}`;
    const started = performance.now();
    let began = false;
    let finished = false;
    try {
      await withTransaction(pool, async (transaction) => {
        began = true;
        await transfer(id, transaction, turn % 2 === 0);
        if (Math.random() < 0.15) throw new Refused();
        finished = true;
      });
      outcomes.set(id, "committed");
    } catch {
      // A connection that dies during COMMIT leaves it open which way it went; before it, nothing may remain.
      outcomes.set(id, finished ? "unknown" : "refused");
      if (!began) never.acquired++;
    }
    slowest.millis = Math.max(slowest.millis, performance.now() - started);
  }
}

async function transfer(id: string, { tx, client }: Transaction, throughDrizzle: boolean): Promise<void> {
  const run = (text: string, values: (string | number)[]) =>
    throughDrizzle ? tx.execute(bound(text, values)) : client.query(text, values);
  const from = 1 + Math.floor(Math.random() * (ACCOUNTS - 1));
  const to = from + 1 + Math.floor(Math.random() * (ACCOUNTS - from));
  const coins = 1 + Math.floor(Math.random() * 9);
  await run("insert into transfer values ($1)", [id]);
  await run("update purse set coins = coins - $1 where id = $2", [coins, from]);
  await run("insert into leg values ($1, $2, $3)", [id, from, -coins]);
  await pause(Math.random() * 4);
  await run("update purse set coins = coins + $1 where id = $2", [coins, to]);
  await run("insert into leg values ($1, $2, $3)", [id, to, coins]);
}

function bound(text: string, values: (string | number)[]) {
  const parts = text.split(/\$\d/);
  return sql.join(
    parts.flatMap((part, index) => [sql.raw(part), ...(index < values.length ? [sql`${values[index]}`] : [])]),
  );
}

const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));
const count = (wanted: Outcome) => [...outcomes.values()].filter((outcome) => outcome === wanted).length;
const storedIds = async () => new Set((await pool.query("select id from transfer")).rows.map(({ id }) => id as string));

test("the torture was one: work was committed, and killed work was refused", () => {
  expect(count("committed")).toBeGreaterThan(100);
  expect(count("refused")).toBeGreaterThan(KILLS / 2);
});

test("no transfer is half-written", async () => {
  const { rows: torn } = await pool.query(`
    select transfer.id from transfer left join leg on transfer_id = id
    group by id having count(*) <> 2 or sum(coins) <> 0`);
  const { rows: unbalanced } = await pool.query(`
    select id from purse where coins <> 1000 + (select coalesce(sum(leg.coins), 0) from leg where purse_id = purse.id)`);
  expect({ torn, unbalanced }).toEqual({ torn: [], unbalanced: [] });
});

test("no acknowledged transfer is lost", async () => {
  const stored = await storedIds();
  expect([...outcomes].filter(([id, outcome]) => outcome === "committed" && !stored.has(id))).toEqual([]);
});

test("no refused transfer is resurrected", async () => {
  const stored = await storedIds();
  expect([...outcomes].filter(([id, outcome]) => outcome === "refused" && stored.has(id))).toEqual([]);
});

test("nobody hung, and the pool is whole", async () => {
  expect(slowest.millis).toBeLessThan(LONGEST_MILLIS);
  await Promise.all(Array.from({ length: 30 }, () => pool.query("select pg_sleep(0.01)")));
  expect(pool.waitingCount).toBe(0);
  expect(pool.idleCount).toBe(pool.totalCount);
  expect(pool.totalCount).toBe(10);
  expect(never.acquired).toBeLessThan(outcomes.size / 10);
});
