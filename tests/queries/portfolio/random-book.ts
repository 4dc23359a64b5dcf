import type { Pool } from "pg";
import type { Day } from "@/lib/core/calendar";
import { addToPortfolioDay, type Counted } from "@/lib/server/run/portfolio-day";

export const DAYS: readonly Day[] = ["2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30"];
export const SEGMENTS = ["Enterprise", "Mid-market", null];
const BANDS = ["insufficient", "red", "yellow", "green"];

/** A small generator, so that a failure can be seen again (mulberry32). */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Fills a database with accounts that come, go, change hands, segment, band and model between DAYS; the last of them is
 * the current run. Person 1 is a manager of 2 (CSM) and 3 (AM); 4 is a CSM of another team. */
export async function seedRandomBook(pool: Pool, seed: number, accounts: number): Promise<void> {
  const below = randomOf(seed);
  const owner = () => [null, 2, 2, 4][below(4)] ?? null;
  const am = () => [null, 3, 5][below(3)] ?? null;
  const segment = () => SEGMENTS[below(3)] as string | null;
  await pool.query(
    `insert into people (id, name, email, manager_id) overriding system value values (1, 'Manager', 'm@x.test', null),
       (2, 'Csm', 'c@x.test', 1), (3, 'Am', 'a@x.test', 1), (4, 'Other', 'o@x.test', null), (5, 'Other am', 'oa@x.test', null)`,
  );
  await pool.query("update settings set today_fixed = $1", [DAYS.at(-1)]);
  await pool.query(
    `insert into model_versions (version, name, definition, note, effective_from)
     values (1, 'First', '{"of": 1}', '', '2020-01-01'), (2, 'Second', '{"of": 2}', '', '2026-10-01')
     on conflict do nothing`,
  );
  await pool.query(
    "select ensure_months('health_day', $1::date, $2::date), ensure_months('account_day', $1::date, $2::date)",
    [DAYS[0], DAYS.at(-1)],
  );
  const counted = new Map<Day, Counted[]>(DAYS.map((day) => [day, []]));
  for (let id = 1; id <= accounts; id++) {
    await pool.query(
      "insert into accounts (id, external_id, slug, name) overriding system value values ($1, $2, $2, $2)",
      [id, `account-${id}`],
    );
    let held = { csmId: owner(), amId: am(), segment: segment() };
    await dated(pool, id, "2026-01-01", held);
    for (const day of DAYS) {
      if (below(4) === 0) {
        held = { csmId: owner(), amId: am(), segment: segment() };
        await dated(pool, id, day, held);
      }
      if (below(6) === 0) continue;
      const tone = below(4);
      const arrCents = below(8) === 0 ? null : 1 + below(9_000_000_00);
      const version = day < "2026-10-01" || below(3) > 0 ? 1 : 2;
      const measured = below(4);
      await pool.query(
        `insert into health_day (account_id, day, health, coverage, model_version, health_tone, score_tone, people_tone, replayed)
         values ($1, $2, $3, 1, $4, $5, $6, $7, true)`,
        [id, day, tone ? tone * 25 : null, version, tone || null, measured || null, below(4) || null],
      );
      await pool.query("insert into account_day (account_id, day, arr_cents) values ($1, $2, $3)", [id, day, arrCents]);
      counted.get(day)?.push({ ...held, tone, band: BANDS[tone] as string, arrCents });
      if (day === DAYS.at(-1)) await triaged(pool, id, day, { ...held, tone, arrCents, measured }, below);
    }
  }
  const client = await pool.connect();
  for (const [day, added] of counted) await addToPortfolioDay(client, day, { added });
  client.release();
}

type Held = { csmId: number | null; amId: number | null; segment: string | null };

async function dated(pool: Pool, id: number, from: Day, { csmId, amId, segment }: Held): Promise<void> {
  await pool.query("insert into account_owners (account_id, valid_from, csm_id, am_id) values ($1, $2, $3, $4)", [
    id,
    from,
    csmId,
    amId,
  ]);
  await pool.query("insert into account_attributes (account_id, valid_from, segment) values ($1, $2, $3)", [
    id,
    from,
    segment,
  ]);
}

async function triaged(
  pool: Pool,
  id: number,
  day: Day,
  row: Held & { tone: number; arrCents: number | null; measured: number },
  below: (n: number) => number,
): Promise<void> {
  const divergence = [null, null, "hidden_risk", "false_alarm"][below(4)];
  await pool.query(
    `insert into triage (account_id, run_id, slug, name, segment, csm_id, am_id, arr_cents, decide_by, health, coverage, tone,
       score_tone, people_tone, sparkline, divergence, card_state, priority, reason_text)
     values ($1, 1, $2, $2, $3, $4, $5, $6, $7::date + $8::int, $9, 1, $10, $11, 0, '{}', $12, 'none', 1, '')`,
    [
      id,
      `account-${id}`,
      row.segment,
      row.csmId,
      row.amId,
      row.arrCents,
      day,
      below(180) - 20,
      row.tone ? row.tone * 25 : null,
      row.tone,
      row.measured,
      divergence,
    ],
  );
}
