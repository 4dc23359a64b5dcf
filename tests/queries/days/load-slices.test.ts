import type { Pool, PoolClient } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { closeDays } from "@/db/days/close-days";
import { loadSlices } from "@/db/days/load-slices";
import { recordDelivery } from "@/db/days/record-delivery";
import { refreshFeeds } from "@/db/days/refresh-feeds";
import { addDays, dayNumber } from "@/lib/core/calendar";
import { COLUMNS, type Column } from "@/lib/core/measures/columns";
import { loadBook } from "@/lib/server/run/load-book";
import { withTransaction } from "@/lib/server/transaction";
import { testDatabase } from "@/tests/setup";
import { type Contract, contractsAsOf, type Outcome } from "./contract-oracle";
import { Chance } from "./random-history";
import { FROM, seed, TO } from "./seed-history";

const EVERY = Object.keys(COLUMNS) as Column[];
const nothing = { columns: [], metrics: [], attributes: [] };
let pool: Pool;
const inTransaction = <T>(run: (client: PoolClient) => Promise<T>) =>
  withTransaction(pool, ({ client }) => run(client), { statementTimeoutMillis: 30_000 });
const text = (value: unknown) => (value === undefined ? null : value);

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await inTransaction((client) => seed(client, new Chance(3)));
  await inTransaction((client) => closeDays(client, { from: FROM, to: TO }));
  await pool.query(`insert into account_attributes (account_id, valid_from, segment, lifecycle_stage, attributes) values
    (1, '2025-01-01', 'smb', 'live', '{"plan": "basic", "headcount": 7}'),
    (1, '2026-01-20', 'enterprise', 'live', '{"plan": "gold", "pilot": true}'), (2, '2026-02-10', 'smb', null, '{}')`);
});

describe("slices", () => {
  it("hold what a plain select gives, for every column, on every day asked for", async () => {
    const backs = [0, 20, 52, 90];
    const needs = {
      ...nothing,
      columns: backs.flatMap((daysBack) => EVERY.map((column) => ({ column, daysBack }))),
    };
    const slices = await inTransaction((client) => loadSlices(client, { asOf: TO, needs }));
    expect(slices.n).toBeGreaterThan(1);
    for (const daysBack of backs) {
      const { rows } = await pool.query("select * from account_day where day = $1 order by account_id", [
        addDays(TO, -daysBack),
      ]);
      const byId = new Map(rows.map((row) => [row.account_id, row]));
      slices.accountIds.forEach((id, i) => {
        for (const column of EVERY) {
          const { type, kind } = COLUMNS[column];
          const value = text(byId.get(id)?.[column]);
          const absent = kind === "counter" ? 0 : Number.NaN;
          const expected = value === null ? absent : type === "date" ? dayNumber(value as string) : value;
          expect(slices.column(column, daysBack)[i], `${column} of ${id}, ${daysBack} back`).toBe(expected);
        }
      });
    }
  });

  it("hold the accounts with a contract in force on the day, in the order of their ids", async () => {
    const contracts = (await pool.query<Contract>("select * from contracts")).rows;
    const outcomes = (await pool.query<Outcome>("select * from outcomes")).rows;
    const of = <T extends { account_id: number }>(all: T[], id: number) => all.filter((row) => row.account_id === id);
    for (let day = FROM; day <= TO; day = addDays(day, 3)) {
      const inBook = [1, 2, 3, 4, 5].filter(
        (id) => contractsAsOf(day, of(contracts, id), of(outcomes, id), [], "USD").inForce > 0,
      );
      const slices = await inTransaction((client) => loadSlices(client, { asOf: day, needs: nothing }));
      expect([...slices.accountIds], day).toEqual(inBook);
      const book = await inTransaction((client) => loadBook(client, day));
      expect([...book.accountIds]).toEqual(inBook);
      for (const endsOn of book.endsOn) expect(endsOn === null || endsOn >= day).toBe(true);
      const only = await inTransaction((client) =>
        loadSlices(client, { asOf: day, needs: nothing, accountIds: [2, 9] }),
      );
      expect([...only.accountIds]).toEqual(inBook.filter((id) => id === 2));
    }
  });

  it("make a window of any length a difference of two of them", async () => {
    const columns = [0, 28].map((daysBack) => ({ column: "two_way_touches" as const, daysBack }));
    const slices = await inTransaction((client) => loadSlices(client, { asOf: TO, needs: { ...nothing, columns } }));
    const zone = (await pool.query("select time_zone from settings")).rows[0].time_zone;
    const [now, then] = [slices.column("two_way_touches", 0), slices.column("two_way_touches", 28)];
    for (const [i, id] of slices.accountIds.entries()) {
      const { rows } = await pool.query(
        `select count(*) as n from touchpoints where account_id = $1 and two_way
         and (at at time zone $2)::date between $3::date - 27 and $3::date`,
        [id, zone, TO],
      );
      expect((now[i] as number) - (then[i] as number)).toBe(rows[0].n);
    }
  });

  it("carry the last value of a metric up to the day, and nothing where none has come", async () => {
    const metrics = ["headcount", "unheard"].map((key) => ({ key, daysBack: 10 }));
    const slices = await inTransaction((client) => loadSlices(client, { asOf: TO, needs: { ...nothing, metrics } }));
    for (const [i, id] of slices.accountIds.entries()) {
      const { rows } = await pool.query(
        `select last_value(value) over () as value, last_value(day) over () as day, count(*) over () as n, sum(value) over () as sum
         from (select * from metrics where account_id = $1 and key = 'headcount' and day <= $2 order by day) m limit 1`,
        [id, addDays(TO, -10)],
      );
      const { value, day, n, sum } = slices.metric("headcount", 10);
      const expected = rows[0] ?? { value: Number.NaN, day: null, n: Number.NaN, sum: Number.NaN };
      expect([value[i], n[i]]).toEqual([expected.value, expected.n]);
      expect(day[i]).toEqual(expected.day ? dayNumber(expected.day) : Number.NaN);
      expect(
        Number.isNaN(expected.sum) ? Number.isNaN(sum[i]) : Math.abs((sum[i] as number) - expected.sum) < 1e-9,
      ).toBe(true);
      expect(slices.metric("unheard", 10).value[i]).toBeNaN();
    }
  });

  it("take attributes, segment and owners as they were on the day", async () => {
    const needs = { ...nothing, attributes: ["plan", "pilot", "headcount"] };
    const read = async (asOf: string) => {
      const slices = await inTransaction((client) => loadSlices(client, { asOf, needs, accountIds: [1] }));
      return slices.n === 0 ? null : needs.attributes.map((key) => slices.attribute(key)[0]);
    };
    await pool.query(`insert into contracts (account_id, external_id, starts_on, arr_cents, currency)
      values (1, 'open', '2026-03-01', 1, 'USD')`);
    await pool.query("update account_attributes set valid_from = valid_from + 90 where account_id = 1");
    expect(await read("2026-04-01")).toEqual(["basic", null, 7]);
    expect(await read("2026-04-20")).toEqual(["gold", "true", null]);
    const book = await inTransaction((client) => loadBook(client, "2026-04-20", [1]));
    expect(book.segment).toEqual(["enterprise"]);
  });

  it("refuse a column that was not asked for", async () => {
    const slices = await inTransaction((client) => loadSlices(client, { asOf: TO, needs: nothing }));
    expect(() => slices.column("seats", 0)).toThrow("loadSlices was not asked for seats, 0 days back");
  });
});

describe("feeds", () => {
  it("cover the days of their rows, and the days of empty deliveries", async () => {
    await pool.query("truncate feeds");
    await inTransaction(refreshFeeds);
    const spans = async () =>
      (await inTransaction((client) => loadSlices(client, { asOf: addDays(TO, 60), needs: nothing }))).feeds;
    const { rows } = await pool.query("select min(day) as first, max(day) as last from usage_days");
    const [first, last] = [dayNumber(rows[0].first), dayNumber(rows[0].last)];
    expect((await spans()).get("usage_days")).toEqual({ firstDay: first, lastDay: last });
    await inTransaction((client) => recordDelivery(client, "usage_days", addDays(rows[0].last, 5)));
    await inTransaction(refreshFeeds);
    expect((await spans()).get("usage_days")).toEqual({ firstDay: first, lastDay: last + 5 });
  });

  it("without a row or a delivery are not connected", async () => {
    await pool.query("truncate feeds, surveys");
    await inTransaction(refreshFeeds);
    const { feeds } = await inTransaction((client) => loadSlices(client, { asOf: TO, needs: nothing }));
    expect(feeds.has("surveys")).toBe(false);
    expect(feeds.has("tickets")).toBe(true);
  });
});
