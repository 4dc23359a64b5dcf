import type { Pool } from "pg";
import { databaseOn } from "@/db/client";
import { adoptDefaultModel } from "@/lib/commands/adopt-default-model";
import type { Role } from "@/lib/core/access";
import type { Day } from "@/lib/core/calendar";
import type { Call } from "@/lib/core/forecast/calls";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

const TODAY = "2026-11-30";

interface Row {
  arr: number | null;
  decideBy?: Day;
  health?: number;
  segment?: string;
}

export interface Decided {
  on: Day;
  kind: "renewed" | "expanded" | "downsold" | "churned";
  before?: number | null;
  after?: number | null;
  currency?: string | null;
}

/** A database of four people (boss leads own; other has a book; reader owns nothing), with what it takes to fill a book by hand. */
export async function forecastBook() {
  const { pool } = await testDatabase();
  await pool.query("update settings set today_fixed = $1, fiscal_start_month = 12", [TODAY]);
  await pool.query("select ensure_months('health_day', '2025-06-01', $1)", [TODAY]);
  await pool.query("insert into feeds (feed, first_day, last_day) values ('events', '2026-01-01', $1)", [TODAY]);
  await adoptDefaultModel(await systemContext("test", databaseOn(pool)));
  await pool.query(
    `insert into runs (id, as_of, model_version, status, is_current, epoch, definitions) overriding system value
     values (1, $1, 1, 'published', true, 1, '{default}')`,
    [TODAY],
  );
  const people: Record<string, number> = {};
  for (const name of ["boss", "own", "other", "reader"]) {
    const { rows } = await pool.query(
      "insert into people (email, name, status, manager_id) values ($1, $1, 'active', $2) returning id",
      [name, name === "own" ? people.boss : null],
    );
    people[name] = rows[0].id;
  }
  const ids: Record<string, number> = {};
  const as = (name: string, role: Role): Promise<Ctx> =>
    contextOf({ kind: "person", personId: people[name] as number, name, email: name, roles: [role] }, databaseOn(pool));
  return { pool, as, ...filling(pool, people, ids) };
}

function filling(pool: Pool, people: Record<string, number>, ids: Record<string, number>) {
  return {
    /** An account of a CSM; in the book where there is a row. Below 40 is red, below 70 yellow. */
    async add(name: string, owner: "own" | "other", row?: Row): Promise<void> {
      const { rows } = await pool.query(
        "insert into accounts (external_id, slug, name) values ($1, $1, $1) returning id",
        [name],
      );
      ids[name] = rows[0].id;
      await pool.query("insert into account_owners values ($1, '2025-01-01', $2, null)", [ids[name], people[owner]]);
      if (!row) return;
      await pool.query(
        `insert into triage (account_id, run_id, slug, name, csm_id, arr_cents, decide_by, health, coverage, tone, score_tone,
           people_tone, sparkline, card_state, priority, reason_text, segment)
         values ($1, 1, $2, $2, $3, $4, $5, $6, 1, $7, $7, 0, '{}', 'in_force', 0, '', $8)`,
        [
          ...[ids[name], name, people[owner], row.arr, row.decideBy, row.health ?? null, toneOf(row.health)],
          row.segment ?? null,
        ],
      );
    },
    async was(name: string, day: Day, health: number): Promise<void> {
      await pool.query(
        `insert into health_day (account_id, day, health, coverage, model_version, health_tone, replayed)
         values ($1, $2, $3, 1, 1, $4, false)`,
        [ids[name], day, health, toneOf(health)],
      );
    },
    async called(name: string, call: Call, on: Day, decideBy: Day): Promise<void> {
      await pool.query(
        "insert into forecast_calls (account_id, call, called_on, decide_by, called_by) values ($1, $2, $3, $4, $5)",
        [ids[name], call, on, decideBy, people.own],
      );
    },
    async decided(name: string, { on, kind, before = null, after = null, currency = null }: Decided): Promise<void> {
      await pool.query(
        `insert into outcomes (account_id, external_id, kind, decided_on, effective_on, arr_before_cents, arr_after_cents, currency,
           recorded_at)
         select $1, count(*), $3, $2::date, $2::date, $4, $5, $6, $2::date + count(*) * interval '1 minute' from outcomes`,
        [ids[name], on, kind, before, after, currency],
      );
    },
    async heard(name: string, kind: string, at: string): Promise<void> {
      await pool.query("insert into events (account_id, external_id, at, kind, sign) values ($1, $2, $3, $2, 1)", [
        ...[ids[name], kind, at],
      ]);
    },
  };
}

function toneOf(health: number | undefined): number {
  if (health === undefined) return 0;
  return health < 40 ? 1 : health < 70 ? 2 : 3;
}
