import type { Pool, PoolClient } from "pg";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeChanged } from "@/db/days/close-changed";
import { closeDays } from "@/db/days/close-days";
import { withTransaction } from "@/lib/server/transaction";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
const marks = async () =>
  (await pool.query("select account_id, from_day from changed_accounts order by account_id")).rows;
const inTransaction = <T>(run: (client: PoolClient) => Promise<T>) =>
  withTransaction(pool, ({ client }) => run(client), { statementTimeoutMillis: 30_000 });
const use = (account: number, day: string, users: number) =>
  pool.query("insert into usage_days (account_id, day, active_users) values ($1, $2, $3)", [account, day, users]);

beforeAll(async () => {
  ({ pool } = await testDatabase());
});

beforeEach(async () => {
  await pool.query("truncate accounts, account_day, changed_accounts, rescore_queue, usage_days cascade");
  await pool.query(`insert into accounts (id, external_id, slug, name, customer_since)
    select i, i, i, 'A', '2026-03-01' from generate_series(1, 2) i`);
  await inTransaction((client) => closeDays(client, { from: "2026-03-01", to: "2026-03-10" }));
});

describe("closing what changed", () => {
  it("takes every mark up to the last closed day, and queues those accounts", async () => {
    await use(1, "2026-03-05", 4);
    await use(2, "2026-03-11", 9);
    expect(await inTransaction(closeChanged)).toEqual([1]);
    expect(await marks()).toEqual([{ account_id: 2, from_day: "2026-03-11" }]);
    expect((await pool.query("select account_id, reason from rescore_queue")).rows).toEqual([
      { account_id: 1, reason: "signals" },
    ]);
    const { rows } = await pool.query(
      "select distinct active_users, last_usage_day from account_day where account_id = 1 and day >= '2026-03-05'",
    );
    expect(rows).toEqual([{ active_users: 4, last_usage_day: "2026-03-05" }]);
  });

  it("leaves a mark of the days that a close of all accounts has answered to nobody", async () => {
    await use(1, "2026-03-11", 4);
    await inTransaction((client) => closeDays(client, { from: "2026-03-11", to: "2026-03-11" }));
    expect(await marks()).toEqual([]);
  });

  it("keeps a late mark when only a later day is closed", async () => {
    await use(1, "2026-03-05", 4);
    await inTransaction((client) => closeDays(client, { from: "2026-03-11", to: "2026-03-11" }));
    expect(await marks()).toEqual([{ account_id: 1, from_day: "2026-03-05" }]);
    await inTransaction(closeChanged);
    const { rows } = await pool.query(
      "select active_users from account_day where account_id = 1 and day = '2026-03-11'",
    );
    expect(rows).toEqual([{ active_users: 4 }]);
  });

  it("gives an account that arrives with a past its days since then", async () => {
    await pool.query("insert into accounts (id, external_id, slug, name) values (3, '3', '3', 'New')");
    await use(3, "2026-03-04", 7);
    await use(3, "2026-03-11", 1);
    await inTransaction((client) => closeDays(client, { from: "2026-03-11", to: "2026-03-11" }));
    await inTransaction(closeChanged);
    const { rows } = await pool.query(
      "select count(*) as n, min(day) as first, max(active_users) as users from account_day where account_id = 3",
    );
    expect(rows).toEqual([{ n: 8, first: "2026-03-04", users: 8 }]);
  });

  it("does not lose the mark of a signal that arrives while it closes", async () => {
    await use(1, "2026-03-05", 4);
    await inTransaction(async (client) => {
      // Committed by another connection after the close has read its rows, before it clears its marks.
      const query = client.query.bind(client) as (text: string, values?: unknown[]) => Promise<unknown>;
      let written = false;
      const slow = new Proxy(client, {
        get: (target, property) =>
          property !== "query"
            ? Reflect.get(target, property, target)
            : async (text: string, values?: unknown[]) => {
                if (text.includes("delete from changed_accounts") && !written) {
                  written = true;
                  await use(1, "2026-03-06", 5);
                }
                return query(text, values);
              },
      });
      await closeChanged(slow);
    });
    expect(await marks()).toEqual([{ account_id: 1, from_day: "2026-03-05" }]);
    await inTransaction(closeChanged);
    const { rows } = await pool.query(
      "select active_users from account_day where account_id = 1 and day = '2026-03-10'",
    );
    expect(rows).toEqual([{ active_users: 9 }]);
    expect(await marks()).toEqual([]);
  });
});
