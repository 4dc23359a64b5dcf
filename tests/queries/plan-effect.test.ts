import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { listStays, type StayRow } from "@/db/queries/list-stays";
import type { Band } from "@/lib/core/health/bands";
import { effectFigures } from "@/lib/core/playbook/effect-figures";
import { type Ctx, systemContext } from "@/lib/server/context";
import { randomOf } from "@/tests/core/playbook/random-history";
import { testDatabase } from "@/tests/setup";

const [ENTERED, TODAY] = ["2026-06-01", "2026-11-30"];
const PERIOD = { from: "2026-05-01", to: TODAY };
const [BOOKS, ACCOUNTS] = [200, 150];
const EFFECT = 0.25;
const BANDS: Band[] = [
  { key: "green", from: 75, tone: "green" },
  { key: "yellow", from: 50, tone: "yellow" },
  { key: "red", from: 0, tone: "red" },
];

let pool: Pool;
let ctx: Ctx;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await pool.query("update settings set today_fixed = $1", [TODAY]);
  await pool.query(
    "select ensure_months(t, '2026-04-01', '2026-12-01') from unnest(array['health_day', 'account_day']) t",
  );
  ctx = await systemContext("test");
  await pool.query(
    "insert into model_versions (version, name, definition, note, effective_from) values (1, 'Any', '{}', '', '2020-01-01')",
  );
}, 240_000);

type Row = { segment: string; health: number; before: number; arrCents: number; treated: boolean; good: boolean };

/** Who is worked depends on tone and health, as in life; so does the outcome, and being worked adds a known share to its chance. */
function simulatedBook(seed: number, segment: string, effect: number): Row[] {
  const random = randomOf(seed);
  return Array.from({ length: ACCOUNTS }, () => {
    const health = 30 + random() * 44;
    const treated = random() < (health < 50 ? 0.45 : 0.25) + (74 - health) / 400;
    const chance = 0.1 + health / 150 + (treated ? effect : 0);
    const before = health + (random() < 0.5 ? 20 : 2);
    const arrCents = Math.round(Math.exp(Math.log(1e6) + random() * 2));
    return { segment, health, before, arrCents, treated, good: random() < chance };
  });
}

/** Writes accounts that were green, fell on one day, were worked or not five days later, and are what they are 90 days after. */
async function store(rows: readonly Row[]): Promise<void> {
  await pool.query("drop table if exists simulated");
  await pool.query("truncate accounts, health_day, account_day, plans cascade");
  await pool.query(
    "create table simulated (id int, segment text, health float8, before float8, arr bigint, treated bool, good bool)",
  );
  const column = (read: (row: Row) => unknown) => rows.map(read);
  await pool.query(
    `insert into simulated select row_number() over (), t.* from unnest($1::text[], $2::float8[], $3::float8[], $4::bigint[], $5::bool[], $6::bool[]) t`,
    [
      ...[column(({ segment }) => segment), column(({ health }) => health), column(({ before }) => before)],
      ...[column(({ arrCents }) => arrCents), column(({ treated }) => treated), column(({ good }) => good)],
    ],
  );
  const day = (sql: string) =>
    `insert into health_day (account_id, day, health, score, health_tone, coverage, model_version, replayed) select id, ${sql}, 1, 1, false from simulated`;
  const tone = "case when health < 50 then 1 else 2 end";
  for (const statement of [
    "insert into accounts (id, external_id, slug, name) select id, id, 'a' || id, 'Account ' || id from simulated",
    "insert into account_attributes (account_id, valid_from, segment) select id, '2025-01-01', segment from simulated",
    `insert into account_day (account_id, day, arr_cents) select id, '${ENTERED}', arr from simulated`,
    day(`'${ENTERED}'::date - 30, before, before, 3`),
    day(`'${ENTERED}', health, health, ${tone}`),
    day(
      `'${ENTERED}'::date + 90, case when good then 80 else health end, case when good then 80 else health end, case when good then 3 else ${tone} end`,
    ),
    `insert into plans (account_id, kind, cause, opened_on, status) select id, 'action', 'support', '${ENTERED}'::date + 5, 'open' from simulated where treated`,
  ])
    await pool.query(statement);
  await pool.query("analyze");
}

/** What the screen would say of each book. */
async function found(effect: number) {
  const segments = Array.from({ length: BOOKS }, (_, i) => `book ${i}`);
  await store(segments.flatMap((segment, i) => simulatedBook(i + 1, segment, effect)));
  const stays = await listStays(ctx, { book: "all" }, PERIOD);
  expect(stays).toHaveLength(BOOKS * ACCOUNTS);
  const bySegment = new Map<string | null, StayRow[]>();
  for (const stay of stays) bySegment.set(stay.segment, [...(bySegment.get(stay.segment) ?? []), stay]);
  return segments.map((segment) => effectFigures(bySegment.get(segment) ?? [], { today: TODAY, bands: BANDS }));
}

describe("the effect of plans, read from the database", () => {
  it("covers a known effect at the rate of its interval on 200 simulated books", async () => {
    const figures = await found(EFFECT);
    const effects = figures.map(({ all }) => all.effect);
    const covered = effects.filter((effect) => effect && effect.low <= EFFECT && effect.high >= EFFECT).length;
    expect(covered).toBeGreaterThanOrEqual(0.9 * BOOKS);
    expect(effects.filter((effect) => effect?.verdict === "better").length).toBeGreaterThan(BOOKS / 4);
    expect(effects.every((effect) => effect && !effect.isCausal && effect.pairs >= 10)).toBe(true);
    expect(
      figures.every(({ causes, all }) => causes.length === 1 && causes[0]?.effect?.pairs === all.effect?.pairs),
    ).toBe(true);
  }, 240_000);

  it("says that none is shown where there is none, 19 times in 20", async () => {
    const effects = (await found(0)).map(({ all }) => all.effect);
    const none = effects.filter((effect) => effect?.verdict === "no effect shown").length;
    expect(none).toBeGreaterThanOrEqual(0.9 * BOOKS);
  }, 240_000);
});
