import type { Pool } from "pg";
import { databaseOn } from "@/db/client";
import type { Ctx } from "@/lib/server/context";

export const TODAY = "2026-11-30";
export const people: Record<string, number> = {};

/** Five people, and accounts of csm and am whose manager is boss. */
export async function noticeBook(pool: Pool, accounts = 12): Promise<void> {
  await pool.query("update settings set today_fixed = $1, name = 'Acme CS', time_zone = 'Europe/Berlin'", [TODAY]);
  for (const [name, role, zone] of [
    ["boss", "manager", null],
    ["csm", "csm", "Asia/Kolkata"],
    ["am", "am", "America/Los_Angeles"],
    ["admin", "admin", null],
    ["viewer", "viewer", null],
    ["other", "csm", null],
  ] as const) {
    const { rows } = await pool.query(
      "insert into people (email, name, status, time_zone) values ($1 || '@x.test', $1, 'active', $2) returning id",
      [name, zone],
    );
    people[name] = rows[0].id;
    await pool.query("insert into person_roles values ($1, $2)", [people[name], role]);
  }
  await pool.query("update people set manager_id = $1 where id = any($2)", [people.boss, [people.csm, people.am]]);
  await pool.query(
    `insert into accounts (id, external_id, slug, name)
     select n, 'x-' || n, 'account-' || n, case when n = 1 then 'Northwind <Freight> & Co' else 'Account ' || n end
     from generate_series(1, $1) n`,
    [accounts],
  );
  await pool.query("insert into account_owners select id, '2026-01-01', $1, $2 from accounts", [people.csm, people.am]);
  await pool.query(
    `insert into triage (account_id, run_id, slug, name, csm_id, am_id, arr_cents, decide_by, health, coverage, tone, band,
       score_tone, people_tone, sparkline, card_state, card_due_on, priority, reason_text)
     select id, 1, slug, name, $1, $2, 41200000, '2027-01-27', 44, 1, id % 3,
       (array[null, 'red', 'yellow'])[id % 3 + 1], 1, 1, '{}', 'in_force', '2026-12-31', 1000 - id, 'champion missing'
     from accounts`,
    [people.csm, people.am],
  );
}

export function contextAt(pool: Pool, now: string): Ctx {
  return { actor: { kind: "system", job: "test" }, db: databaseOn(pool), today: TODAY, now: new Date(now) };
}

let count = 0;
/** Owes a change of band of an account, Yellow to Red. */
export async function oweChange(pool: Pool, accountId: number, more: object = {}): Promise<number> {
  const payload = { accountId, asOf: TODAY, from: "yellow", to: "red", tone: 1, healthBefore: 61, health: 44, ...more };
  const { rows } = await pool.query(
    "insert into outbox (dedupe_key, kind, payload) values ($1, 'band_changed', $2) returning id",
    [`test:${accountId}:${count++}`, payload],
  );
  return rows[0].id;
}

export async function prefer(pool: Pool, person: string, values: Record<string, unknown>): Promise<void> {
  const row = { notices: {}, digest: "weekly", quietFrom: null, quietUntil: null, ...values };
  await pool.query(
    `insert into preferences (person_id, notices, digest, quiet_from, quiet_until) values ($1, $2, $3, $4, $5)
     on conflict (person_id) do update set notices = $2, digest = $3, quiet_from = $4, quiet_until = $5`,
    [people[person], row.notices, row.digest, row.quietFrom, row.quietUntil],
  );
}
