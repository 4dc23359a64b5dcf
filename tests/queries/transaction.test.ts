import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createPool, databaseOn } from "@/db/client";
import { withTransaction } from "@/lib/server/transaction";
import { testDatabase } from "@/tests/setup";

let url: string;
let pool: Pool;
beforeAll(async () => {
  ({ url, pool } = await testDatabase());
  await pool.query("create table mark (name text primary key)");
});
beforeEach(async () => {
  await pool.query("truncate mark");
});

const marks = async () => (await pool.query("select name from mark order by name")).rows.map(({ name }) => name);
const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));

test("a transaction commits what drizzle and plain SQL wrote, and returns the result", async () => {
  const result = await withTransaction({ db: databaseOn(pool) }, async ({ tx, client }) => {
    await tx.execute(sql`insert into mark values ('drizzle')`);
    await client.query("insert into mark values ('plain')");
    return 42;
  });
  expect(result).toBe(42);
  expect(await marks()).toEqual(["drizzle", "plain"]);
});

test("a throw rolls everything back and passes on as it is", async () => {
  const error = new Error("no");
  const attempt = withTransaction(pool, async ({ client }) => {
    await client.query("insert into mark values ('a')");
    throw error;
  });
  await expect(attempt).rejects.toBe(error);
  expect(await marks()).toEqual([]);
});

test("a swallowed failure is not reported as a commit", async () => {
  const attempt = withTransaction(pool, async ({ client }) => {
    await client.query("insert into mark values ('a')");
    await client.query("insert into mark values ('a')").catch(() => {});
  });
  await expect(attempt).rejects.toThrow("rolled back");
  expect(await marks()).toEqual([]);
});

test("what outlives its transaction cannot write on the returned connection", async () => {
  let late: Promise<unknown> = Promise.resolve();
  const attempt = withTransaction(pool, async ({ tx }) => {
    late = pause(50).then(() => tx.execute(sql`insert into mark values ('late')`));
    late.catch(() => {});
    throw new Error("the other half failed");
  });
  await expect(attempt).rejects.toThrow("other half");
  await expect(late).rejects.toThrow();
  expect(await marks()).toEqual([]);
});

test("a transaction does not nest", async () => {
  const nested = withTransaction(pool, ({ tx }) => withTransaction({ db: tx }, async () => 1));
  await expect(nested).rejects.toThrow("does not nest");
});

test("the statement limit is the pool's five seconds unless the transaction sets its own, and ends with it", async () => {
  vi.stubEnv("DATABASE_PATIENCE", "");
  const usual = createPool(url);
  vi.unstubAllEnvs();
  const limit = "select current_setting('statement_timeout') as value";
  const inside = await withTransaction(usual, async ({ client }) => (await client.query(limit)).rows[0].value, {
    statementTimeoutMillis: 60_000,
  });
  expect(inside).toBe("1min");
  expect((await usual.query(limit)).rows[0].value).toBe("5s");
  await usual.end();
});

test("a connection that dies in a transaction is destroyed, and the next transaction gets another", async () => {
  await withTransaction(pool, ({ client }) => client.query("select pg_terminate_backend(pg_backend_pid())")).catch(
    () => {},
  );
  await withTransaction(pool, ({ client }) => client.query("insert into mark values ('after')"));
  expect(await marks()).toEqual(["after"]);
  expect(pool.idleCount).toBe(pool.totalCount);
});

test("dates stay text, whole numbers and decimals are numbers, and a number that does not fit is refused", async () => {
  const { rows } = await pool.query(
    "select date '2026-11-30' as day, array[date '2026-11-30', null] as days, 9007199254740991::bigint as big, 1.25::numeric as part, array[1::bigint] as bigs",
  );
  expect(rows[0]).toEqual({
    day: "2026-11-30",
    days: ["2026-11-30", null],
    big: Number.MAX_SAFE_INTEGER,
    part: 1.25,
    bigs: [1],
  });
  await expect(pool.query("select 9007199254740993::bigint")).rejects.toThrow("9007199254740993");
});
