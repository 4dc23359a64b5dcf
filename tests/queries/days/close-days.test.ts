import fc from "fast-check";
import type { PoolClient } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { closeChanged } from "@/db/days/close-changed";
import { closeDays } from "@/db/days/close-days";
import { addDays, daysBetween } from "@/lib/core/calendar";
import { withTransaction } from "@/lib/server/transaction";
import { testDatabase } from "@/tests/setup";
import { closedRows, expectedRows, firstDays, type Point } from "./expected-rows";
import { Chance, KEYS } from "./random-history";
import { FROM, SIGNALS_FROM, seed, TO, write } from "./seed-history";

let pool: Awaited<ReturnType<typeof testDatabase>>["pool"];
beforeAll(async () => {
  ({ pool } = await testDatabase());
});

async function compare(client: PoolClient, chance: Chance): Promise<void> {
  const firsts = await firstDays(client);
  const points: Point[] = [];
  for (const [account, first] of firsts) {
    const start = first > FROM ? first : FROM;
    const length = daysBetween(start, TO);
    if (length < 0) continue;
    for (const back of [0, 1, length, ...Array.from({ length: 12 }, () => chance.int(0, length))])
      points.push({ account, day: addDays(TO, -Math.min(back, length)) });
  }
  expect(await closedRows(client, points)).toEqual(await expectedRows(client, points));
  const { rows } = await client.query(
    "select account_id, count(*) as n from account_day where day between $1 and $2 group by 1 order by 1",
    [FROM, TO],
  );
  const dense = [...firsts]
    .map(([account_id, first]) => ({ account_id, n: daysBetween(first > FROM ? first : FROM, TO) + 1 }))
    .filter(({ n }) => n > 0);
  expect(rows).toEqual(dense);
  const range = "day between $1 and $2 order by account_id, key, day";
  const expected = `select * from (select account_id, key, day, count(*) over w as n, value, sum(value) over w as sum from metrics
    window w as (partition by account_id, key order by day)) m where ${range}`;
  expect((await client.query(`select * from metric_day where ${range}`, [FROM, TO])).rows).toEqual(
    (await client.query(expected, [FROM, TO])).rows,
  );
}

async function correct(client: PoolClient, chance: Chance): Promise<void> {
  await write(client, chance, SIGNALS_FROM, daysBetween(SIGNALS_FROM, TO) + 20, 0.15);
  for (const table of Object.keys(KEYS))
    await client.query(
      `delete from ${table} where ctid in (select ctid from ${table} order by md5($1 || ctid::text) limit 3)`,
      [String(chance.int(0, 1e9))],
    );
}

function inTransaction(run: (client: PoolClient) => Promise<unknown>): Promise<unknown> {
  return withTransaction(pool, ({ client }) => run(client), { statementTimeoutMillis: 30_000 });
}

describe("closing days", () => {
  it("gives every counter and state its value from raw rows, closed at once, by the day and again after corrections", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (number) => {
        const chance = new Chance(number);
        await inTransaction((client) => seed(client, chance));
        const bulkTo = addDays(TO, -chance.int(0, 12));
        await inTransaction((client) => closeDays(client, { from: FROM, to: bulkTo }));
        for (let day = addDays(bulkTo, 1); day <= TO; day = addDays(day, 1))
          await inTransaction((client) => closeDays(client, { from: day, to: day }));
        await inTransaction((client) => compare(client, chance));
        for (let round = 0; round < 2; round++) {
          await inTransaction((client) => correct(client, chance));
          await inTransaction((client) => closeChanged(client));
          await inTransaction((client) => compare(client, chance));
        }
      }),
      { numRuns: 3 },
    );
  }, 240_000);

  it("gives the same rows closed day by day", async () => {
    const chance = new Chance(7);
    await inTransaction((client) => seed(client, chance));
    for (let day = FROM; day <= TO; day = addDays(day, 1))
      await inTransaction((client) => closeDays(client, { from: day, to: day }));
    await inTransaction((client) => compare(client, chance));
  }, 240_000);

  it("closes only the accounts it is given", async () => {
    const chance = new Chance(11);
    await inTransaction((client) => seed(client, chance));
    await inTransaction((client) => closeDays(client, { from: FROM, to: TO, accountIds: [2] }));
    const { rows } = await pool.query("select distinct account_id from account_day");
    expect(rows).toEqual([{ account_id: 2 }]);
    await inTransaction((client) => closeDays(client, { from: FROM, to: TO, accountIds: [1, 3, 4, 5] }));
    await inTransaction((client) => compare(client, chance));
  });
});
