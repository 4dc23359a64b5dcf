import type { Pool, PoolClient } from "pg";
import { beforeAll, expect, test } from "vitest";
import { closeDays } from "@/db/days/close-days";
import { loadSlices } from "@/db/days/load-slices";
import { addDays, type Day, daysBetween } from "@/lib/core/calendar";
import { MEASURES, measureOf } from "@/lib/core/measures/catalogue";
import { FEEDS } from "@/lib/core/measures/columns";
import type { MeasureRequest } from "@/lib/core/measures/measure";
import { needsOf } from "@/lib/core/measures/needs";
import { readMeasures } from "@/lib/core/measures/read";
import { withTransaction } from "@/lib/server/transaction";
import { Chance, KEYS, type Row, randomRow, writeRows } from "@/tests/queries/days/random-history";
import { testDatabase } from "@/tests/setup";
import { ORACLE } from "./oracle";
import { bookedSince } from "./oracle-parts";

const FIRST = "2024-09-01";
const TODAY = "2026-11-30";
const ACCOUNTS = 12;
const ROWS: Record<string, number> = { feature_usage: 200, touchpoints: 500, tickets: 120, metrics: 300, surveys: 100 };

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await testDatabase());
});

/** Contracts and outcomes are held to what one sentence of SQL can say; their own tests take the rest. */
function plain(table: string, row: Row, chance: Chance): Row {
  if (table === "contracts")
    return {
      ...row,
      ends_on: addDays(row.starts_on as Day, chance.int(60, 500)),
      auto_renew: false,
      currency: chance.of("USD", "USD", "USD", "USD", "JPY"),
    };
  return table === "outcomes" && row.kind === "churned" ? { ...row, kind: "renewed" } : row;
}

async function seed(client: PoolClient, chance: Chance, zone: string): Promise<void> {
  await client.query(`truncate accounts, account_day, metric_day, changed_accounts, rescore_queue, feeds,
    ${Object.keys(KEYS).join(", ")} restart identity cascade`);
  await client.query("update settings set time_zone = $1", [zone]);
  await client.query("insert into feeds (feed, first_day, last_day) select unnest($1::text[]), $2::date, $3::date", [
    FEEDS,
    FIRST,
    TODAY,
  ]);
  const days = daysBetween(FIRST, TODAY) + 20;
  for (let account = 1; account <= ACCOUNTS; account++) {
    const since = chance.maybe(0.7, () => addDays(FIRST, chance.int(0, 800)));
    await client.query(
      "insert into accounts (id, external_id, slug, name, customer_since) values ($1::int, 'a' || $1::int, 'a' || $1::int, 'A', $2)",
      [account, since],
    );
    // Most are in the book throughout, some of them without seats.
    const contract = { ...randomRow("contracts", chance, account, FIRST, days), external_id: "base", starts_on: FIRST };
    if (chance.is(0.8))
      await writeRows(client, "contracts", [
        { ...plain("contracts", contract, chance), ends_on: addDays(TODAY, account) },
      ]);
    const density = chance.of(0, 0.4, 0.6, 1);
    const usage = Array.from({ length: days }, (_, i) => ({
      ...randomRow("usage_days", chance, account, FIRST, days),
      day: addDays(FIRST, i),
    }));
    await writeRows(
      client,
      "usage_days",
      usage.filter(() => chance.is(density)),
    );
  }
  for (const table of Object.keys(KEYS).filter((name) => name !== "usage_days")) {
    const rows = Array.from({ length: ROWS[table] ?? 60 }, () =>
      // The last account hears nothing.
      plain(table, randomRow(table, chance, chance.int(1, ACCOUNTS - 1), FIRST, days), chance),
    );
    await writeRows(client, table, rows);
  }
}

async function expected(client: PoolClient, asOf: Day, zone: string, requests: MeasureRequest[]): Promise<number[][]> {
  const columns = requests.map(({ key, window }, i) => {
    const w = window ?? measureOf(key).window ?? 0;
    return `(${(ORACLE[key] as (typeof ORACLE)[string])({ d: `date '${asOf}'`, w, zone })})::float8 as m${i}`;
  });
  const { rows } = await client.query(
    `select ${columns.join(", ")} from accounts a where ${bookedSince(`date '${asOf}'`)} is not null order by a.id`,
  );
  return requests.map((_, i) => rows.map((row) => row[`m${i}`] ?? Number.NaN));
}

function alike(a: number, b: number): boolean {
  return Object.is(a, b) || a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

test("the oracle knows every measure of the catalogue", () => {
  expect(
    Object.keys(ORACLE)
      .filter((key) => !key.startsWith("metric:"))
      .sort(),
  ).toEqual(Object.keys(MEASURES).sort());
});

test.each([
  [1, "UTC"],
  [2, "America/Los_Angeles"],
  [3, "Pacific/Auckland"],
])(
  "every measure read from closed days is what plain SQL says of the raw rows: history %i in %s",
  async (n, zone) => {
    const chance = new Chance(n);
    await withTransaction(
      pool,
      async ({ client }) => {
        await seed(client, chance, zone);
        await closeDays(client, { from: FIRST, to: TODAY });
        for (const asOf of [TODAY, addDays(TODAY, -chance.int(1, 400))]) {
          const requests = Object.keys(ORACLE).flatMap((key) => [{ key }, { key, window: chance.int(14, 200) }]);
          const slices = await loadSlices(client, { asOf, needs: needsOf(requests) });
          const readings = readMeasures(requests, slices);
          const truth = await expected(client, asOf, zone, requests);
          const wrong = requests.flatMap(({ key, ...request }, i) =>
            [...slices.accountIds].flatMap((account, j) => {
              const [read, told] = [readings[i]?.[j] as number, truth[i]?.[j] as number];
              return alike(read, told) ? [] : [{ key, ...request, asOf, account, read, told }];
            }),
          );
          expect(truth[0]).toHaveLength(slices.n);
          expect(slices.n).toBeGreaterThan(ACCOUNTS / 2);
          expect(wrong).toEqual([]);
        }
      },
      { statementTimeoutMillis: 0 },
    );
  },
  60_000,
);
