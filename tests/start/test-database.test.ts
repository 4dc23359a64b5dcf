import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/tests/setup";

let one: Awaited<ReturnType<typeof testDatabase>>;
let two: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  [one, two] = [await testDatabase(), await testDatabase()];
});

test("a test database is migrated, empty and its own", async () => {
  await one.pool.query("create table mine ()");
  const { rows } = await two.pool.query(
    "select to_regclass('mine') as mine, (select count(*) from accounts) as accounts",
  );
  expect(rows).toEqual([{ mine: null, accounts: 0 }]);
});

test("a test database has the job queue", async () => {
  const { rows } = await one.pool.query("select count(*) as jobs from graphile_worker.jobs");
  expect(rows).toEqual([{ jobs: 0 }]);
});
