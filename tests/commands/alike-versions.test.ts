import { readFile } from "node:fs/promises";
import type { Pool } from "pg";
import { beforeAll, expect, it } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { listMigration } from "@/db/queries/list-migration";
import { findTakeover } from "@/db/queries/model/find-takeover";
import { getValidationSummary } from "@/db/queries/validation/get-validation-summary";
import { listScoringVersions } from "@/db/queries/validation/list-scoring-versions";
import { computeRun } from "@/lib/commands/compute-run";
import { publishModel } from "@/lib/commands/publish-model";
import type { Model } from "@/lib/core/health/model";
import { type Ctx, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

const [FIRST, SECOND, TODAY] = ["2026-11-28", "2026-11-29", "2026-11-30"] as const;
const WHOLE = { book: "all", segment: undefined } as const;
let pool: Pool;
let ctx: Ctx;
/** The demo's second version, which counts. */
let model: Model;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 60, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  model = (await pool.query("select definition from model_versions where version = 2")).rows[0].definition;
}, 120_000);

const publish = (model: Model, note: string, effectiveFrom: string = TODAY) =>
  publishModel(ctx, { model, note, effectiveFrom });
const numbers = async () =>
  (await pool.query("select scoring_version from model_versions order by version")).rows.map(
    (row) => row.scoring_version,
  );
const rescored = async (from: string, to: string) => {
  const { moves } = await listMigration(ctx, WHOLE, from, to);
  return moves.reduce((sum, move) => sum + (move.rescored ? move.accounts : 0), 0);
};

function changed(change: (definition: Model["definitions"]["default"]) => unknown): Model {
  const next = structuredClone(model);
  change(next.definitions.default);
  return next;
}

it("back to an older model, who moved are customers: nobody is re-scored, though another model lies between", async () => {
  await publish(
    changed(({ bands }) => Object.assign(bands[0] ?? {}, { from: 90 })),
    "Stricter",
    SECOND,
  );
  await publish(model, "Back to version 2", TODAY);
  expect(await numbers()).toEqual([1, 2, 3, 2]);
  await computeRun(ctx, { asOf: FIRST });
  await computeRun(ctx, { asOf: SECOND });
  await pool.query(
    `insert into tickets (account_id, external_id, opened_at, severity, escalated)
     select id, 'fire-' || id || '-' || i, '2026-11-30 06:00Z', 'critical', true from accounts, generate_series(1, 12) i where id % 4 = 0`,
  );
  await computeRun(ctx, { asOf: TODAY });
  const { rows: moved } = await pool.query<{ n: number }>(
    `select count(*)::int as n from health_day a join health_day b using (account_id)
     where a.day = $1 and b.day = $2 and a.health_tone is distinct from b.health_tone`,
    [FIRST, TODAY],
  );
  const { moves } = await listMigration(ctx, WHOLE, FIRST, TODAY);
  const between = moves.filter(({ from, to }) => from >= 0 && to >= 0 && from !== to);
  expect(moved[0]?.n).toBeGreaterThan(3);
  expect(between.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(moved[0]?.n);
  expect(await rescored(FIRST, TODAY)).toBe(0);
  expect(await rescored(FIRST, SECOND)).toBeGreaterThan(30);
  expect(await rescored(SECOND, TODAY)).toBeGreaterThan(30);
  expect(await findTakeover(ctx, 4)).toMatchObject({ versionBefore: 3, isAlike: false });
});

it("validation asks for each way to score once, and knows which came before which", async () => {
  const found = (await listScoringVersions(ctx)).map(({ version, scoringVersion, follows }) => [
    version,
    scoringVersion,
    follows,
  ]);
  expect(found).toEqual([
    [4, 2, 3],
    [3, 3, 2],
    [1, 1, null],
  ]);
});

it("an old version is validated by the one that scores as it did, not by the one that counts", async () => {
  const asked = async (version: number, beside: number) => {
    const rules = { horizon: 90, smallDownsells: true, unavoidable: true };
    const { asked, other } = await getValidationSummary({ ...ctx, today: SECOND }, { ...rules, version, beside });
    return [asked?.version, other?.version.version];
  };
  // On this day version 3 counts; 4, which scores as 2 does, begins the day after.
  expect(await asked(2, 1)).toEqual([2, 1]);
  expect(await asked(4, 3)).toEqual([2, 3]);
  expect(await asked(3, 4)).toEqual([3, 2]);
  expect(await asked(99, 3)).toEqual([3, 2]);
});

it("names, definitions of answers and what a band obliges to decide no score", async () => {
  await publish({ ...model, name: "Other", answers: { champion: { active: "named in the plan" } } }, "Renamed");
  const words = changed(({ bands, measures }) => {
    for (const band of bands) Object.assign(band, { name: `Our ${band.key}`, firstDeadlineDays: 5 });
    for (const measure of measures) Object.assign(measure, { name: `Our ${measure.key}` });
  });
  await publish(words, "In our words");
  expect((await numbers()).slice(4)).toEqual([2, 2]);
});

it.each<[string, (definition: Model["definitions"]["default"]) => unknown]>([
  ["a weight", ({ measures }) => Object.assign(measures[0] ?? {}, { weight: 33 })],
  ["the order of measures", ({ measures }) => measures.reverse()],
  ["a missing policy", ({ measures }) => Object.assign(measures[0] ?? {}, { missing: "worst" })],
  ["freshness", ({ measures }) => Object.assign(measures[0] ?? {}, { freshness: 9 })],
  ["a cut-off", ({ bands }) => Object.assign(bands[0] ?? {}, { from: 80 })],
  ["the coverage floor", (definition) => Object.assign(definition, { coverageFloor: 0.61 })],
  ["guardrails", ({ guardrails }) => guardrails.pop()],
  ["the overlay", ({ overlay }) => Object.assign(overlay, { weight: 0.4 })],
  ["a question's weight", ({ overlay }) => Object.assign(overlay.weights, { champion: 50 })],
])("%s decides scores: the version scores as itself alone", async (_, change) => {
  const { version } = await publish(changed(change), "Another");
  expect((await numbers()).at(-1)).toBe(version);
});

it("what was published before is numbered anew, and what it said of decisions is kept once, as people saw it", async () => {
  const replays = async () =>
    (await pool.query("select version, day::text, published from decision_replays order by 2")).rows;
  await pool.query(
    `update model_versions set scoring_version = version;
     insert into decision_replays (version, account_id, day, published, score_tone, health_tone, people_tone)
     values (2, 1, '2026-08-01', true, 3, 3, 3), (4, 1, '2026-08-01', false, 3, 3, 3), (2, 1, '2026-08-02', false, 3, 3, 3),
       (6, 1, '2026-08-02', true, 3, 3, 3), (5, 1, '2026-08-03', false, 3, 3, 3), (3, 1, '2026-08-04', false, 3, 3, 3)`,
  );
  const steps = (await readFile("drizzle/0022_alike_versions.sql", "utf8")).split("--> statement-breakpoint").slice(3);
  for (const step of steps) await pool.query(step);
  expect((await numbers()).slice(0, 6)).toEqual([1, 2, 3, 2, 2, 2]);
  expect(await replays()).toEqual([
    { version: 2, day: "2026-08-01", published: true },
    { version: 2, day: "2026-08-02", published: true },
    { version: 2, day: "2026-08-03", published: false },
    { version: 3, day: "2026-08-04", published: false },
  ]);
});
