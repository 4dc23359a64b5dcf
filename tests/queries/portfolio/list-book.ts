import type { Pool } from "pg";
import { beforeAll, beforeEach } from "vitest";
import { databaseOn } from "@/db/client";
import { adoptDefaultModel } from "@/lib/commands/adopt-default-model";
import { computeRun } from "@/lib/commands/compute-run";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

const TODAY = "2026-11-30";
/** The account that a condition is tried on, and one that stays as it is: yellow, with a card in force, decided in two years. */
export const [IT, OTHER] = [1, 2];

export type ListBook = { pool: Pool; ctx: Ctx };

/** A book of two accounts for the file, and a manager who asks; every test finds it as it was. */
export function listBook(): ListBook {
  const book = {} as ListBook;
  beforeAll(async () => {
    ({ pool: book.pool } = await testDatabase());
    await book.pool.query("update settings set today_fixed = $1", [TODAY]);
    await book.pool.query(
      `insert into people (id, name, email, manager_id, status) overriding system value
       values (1, 'Maya', 'm@x.test', null, 'active'), (2, 'Csm', 'c@x.test', 1, 'active')`,
    );
    await book.pool.query("insert into person_roles values (1, 'manager'), (2, 'csm')");
    for (const id of [IT, OTHER]) {
      await book.pool.query(
        "insert into accounts (id, external_id, slug, name, customer_since) overriding system value values ($1, $2, $2, $2, '2024-01-01')",
        [id, `a${id}`],
      );
      await book.pool.query("insert into account_owners values ($1, '2024-01-01', 2, null)", [id]);
      await book.pool.query("insert into account_attributes values ($1, '2024-01-01', 'SMB', null, '{}')", [id]);
      await book.pool.query(
        `insert into contracts (account_id, external_id, starts_on, ends_on, arr_cents, currency, seats, notice_days)
         values ($1, 'c', '2026-01-01', '2028-12-31', $2, 'USD', 10, 30)`,
        [id, 100_00 * id],
      );
      await book.pool.query(
        `insert into usage_days (account_id, day, active_users, active_users_28d)
         select $1, d::date, 5, case when d < '2026-11-01' then 8 else 9 end from generate_series('2026-06-01'::date, $2, '1 day') d`,
        [id, TODAY],
      );
    }
    await book.pool.query(
      "insert into feeds (feed, first_day, last_day) select unnest(array['contracts','usage_days','contacts','invoices','tickets','events']), '2024-01-01', $1::date",
      [TODAY],
    );
    const system = await systemContext("test", databaseOn(book.pool));
    await adoptDefaultModel(system);
    await computeRun(system);
    const actor = { kind: "person", personId: 1, name: "Maya", email: "m@x.test", roles: ["manager"] } as const;
    book.ctx = await contextOf(actor, databaseOn(book.pool));
  }, 240_000);
  beforeEach(async () => {
    for (const table of ["contacts", "surveys", "outcomes", "entitlements", "events", "tickets", "invoices", "reviews"])
      await book.pool.query(`delete from ${table}`);
    await book.pool.query("truncate outbox, list_subscriptions, decisions");
    await setRow(
      book.pool,
      "tone = 2, health = 60, band_since = '2026-10-01', delta_30 = 0, card_state = 'in_force', decide_by = '2028-11-30', ends_on = '2028-12-31'",
      OTHER,
    );
    await setRow(
      book.pool,
      "tone = 2, health = 60, band_since = '2026-10-01', delta_30 = 0, card_state = 'in_force', decide_by = '2028-11-30', ends_on = '2028-12-31'",
    );
  });
  return book;
}

/** Makes of an account's row what a condition looks at. */
export async function setRow(pool: Pool, what: string, id = IT): Promise<void> {
  await pool.query(`update triage set ${what} where account_id = $1`, [id]);
}
