import type { Pool, PoolClient } from "pg";
import { beforeAll, expect, test } from "vitest";
import { applyRows } from "@/lib/ingest/apply-rows";
import { rowsOf } from "@/lib/ingest/rows-of";
import { TABLES } from "@/lib/ingest/tables";
import { withTransaction } from "@/lib/server/transaction";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await testDatabase());
  await pool.query(
    "insert into accounts (external_id, slug, name) select n, n, n from unnest('{quick,changed,both}'::text[]) n",
  );
});

const ACCOUNT = "(select id from accounts where external_id = $1)";

/** Writes a day's active users, and blanks for its events, while another writer holds what `other` does until we wait for it. */
async function apply(account: string, other: (writer: PoolClient) => Promise<unknown>, rows = 1) {
  const spec = TABLES.get("usage_days");
  if (!spec) throw new Error("no table for usage");
  const writer = await pool.connect();
  try {
    await writer.query("begin; set local idle_in_transaction_session_timeout = 0");
    await other(writer);
    const applied = withTransaction(
      pool,
      async ({ client }) => {
        await client.query("set local lock_timeout = 0");
        const days = Array.from({ length: rows }, (_, n) => `2026-11-0${n + 1}`);
        const cells = days.map((day) => ({ account_id: account, day, active_users: "5", events: "" }));
        const options = { spec, today: "2026-11-22", workspaceCurrency: "USD", journal: { importId: 1 } };
        return applyRows(client, rowsOf(cells.map((one, n) => ({ line: n + 2, cells: one }))), options);
      },
      { statementTimeoutMillis: 0 },
    );
    const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while (!(await pool.query(waits)).rowCount);
    await writer.query("commit");
    const { accepted, updated } = await applied;
    const { rows: there } = await pool.query(
      `select day::text, active_users as users, events from usage_days where account_id = ${ACCOUNT} order by day`,
      [account],
    );
    const { rows: noted } = await pool.query(
      `select before->'events' as events from import_changes where (key->>'account_id')::int = ${ACCOUNT} order by id`,
      [account],
    );
    return { accepted, updated, there, noted };
  } finally {
    writer.release();
  }
}

test("a blank leaves what somebody was quicker to add, and an undo would put that back", async () => {
  const add = `insert into usage_days (account_id, day, active_users, events) values (${ACCOUNT}, '2026-11-01', 9, 4)`;
  expect(await apply("quick", (writer) => writer.query(add, ["quick"]), 3)).toEqual({
    accepted: 3,
    updated: 1,
    there: [
      { day: "2026-11-01", users: 5, events: 4 },
      { day: "2026-11-02", users: 5, events: null },
      { day: "2026-11-03", users: 5, events: null },
    ],
    noted: [{ events: 4 }],
  });
});

test("a blank leaves what somebody changes at the same time", async () => {
  const add = `insert into usage_days (account_id, day, active_users, events) values (${ACCOUNT}, '2026-11-01', 9, 4)`;
  await pool.query(add, ["changed"]);
  const change = `update usage_days set events = 8 where account_id = ${ACCOUNT}`;
  expect(await apply("changed", (writer) => writer.query(change, ["changed"]))).toEqual({
    accepted: 1,
    updated: 1,
    there: [{ day: "2026-11-01", users: 5, events: 8 }],
    noted: [{ events: 8 }],
  });
});

test("a blank leaves what somebody adds while other rows are changed", async () => {
  const add = `insert into usage_days (account_id, day, active_users, events) values (${ACCOUNT}, $2, 9, 4)`;
  await pool.query(add, ["both", "2026-11-01"]);
  expect(await apply("both", (writer) => writer.query(add, ["both", "2026-11-02"]), 2)).toEqual({
    accepted: 2,
    updated: 2,
    there: [
      { day: "2026-11-01", users: 5, events: 4 },
      { day: "2026-11-02", users: 5, events: 4 },
    ],
    noted: [{ events: 4 }, { events: 4 }],
  });
});
