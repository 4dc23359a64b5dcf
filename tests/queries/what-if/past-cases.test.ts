import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { getValidations } from "@/db/queries/validation/get-validation";
import { getCaseColumns } from "@/db/queries/what-if/get-case-columns";
import { getDraftReadings } from "@/db/queries/what-if/get-draft-readings";
import { computeRun } from "@/lib/commands/compute-run";
import { publishModel } from "@/lib/commands/publish-model";
import { replayDecisions } from "@/lib/commands/replay-decisions";
import { addDays, dayOf } from "@/lib/core/calendar";
import { Model } from "@/lib/core/health/model";
import { templateOf } from "@/lib/core/templates/templates";
import { EVERY_DECISION } from "@/lib/core/validation/cohort";
import { bandedBy } from "@/lib/core/what-if/banded-by";
import { addReadings, type BookColumns, decodeBook } from "@/lib/core/what-if/book-columns";
import { outcomeFigures } from "@/lib/core/what-if/outcome-figures";
import { readingIdentities } from "@/lib/core/what-if/reading-identity";
import { layoutOf, prepareBook, rescore } from "@/lib/core/what-if/rescore";
import { decodeColumns } from "@/lib/core/what-if/typed-columns";
import { type Ctx, systemContext } from "@/lib/server/context";
import { computeBook } from "@/lib/server/run/compute-book";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 240_000 });
const DAYS = 60;
let pool: Pool;
let ctx: Ctx;
let runId: number;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 80, days: 200 });
  ctx = await systemContext("test", databaseOn(pool));
  await pool.query(
    `insert into outcomes (account_id, external_id, kind, decided_on, effective_on, arr_before_cents, arr_after_cents)
     select id, 'case ' || id || ' ' || i, kind, decided_on, decided_on + 15, 100000 * id,
       case kind when 'churned' then 0 when 'downsold' then 90000 * id when 'expanded' then 120000 * id else 100000 * id end
     from accounts, generate_series(1, 2) i, lateral (select date '2026-11-30' - ((id * 37 + i * 59) % 160) as decided_on,
       (array['churned', 'renewed', 'downsold', 'expanded'])[1 + (id + i) % 4] as kind) told`,
  );
  ({ runId } = await computeRun(ctx));
  await replayDecisions(ctx, { horizons: [60, 90] });
}, 240_000);

async function casesOf(days = DAYS): Promise<BookColumns> {
  const { bytes } = await getCaseColumns(ctx, runId, days);
  return decodeBook(bytes?.buffer as ArrayBuffer);
}

/** What a replay of the day of each cut gives, by one version. */
async function replayed(book: BookColumns, version: number) {
  const client = await pool.connect();
  try {
    const found: (number | null)[] = [];
    for (const [i, accountId] of book.accountIds.entries()) {
      const day = addDays(dayOf(book.decided?.on[i] as number), -DAYS);
      const { scored } = await computeBook(client, day, { accountIds: [accountId], version });
      found.push(Number.isNaN(scored.health[0]) ? null : (scored.health[0] as number));
    }
    return found;
  } finally {
    client.release();
  }
}

const healths = (health: Float64Array) => Array.from(health, (value) => (Number.isNaN(value) ? null : value));

test("past cases are scored as a replay of the day of their cut scores them", async () => {
  const book = await casesOf();
  expect(book.n).toBeGreaterThan(3);
  expect(new Set(book.decided?.bad)).toEqual(new Set([0, 1]));
  expect(book.decided?.lostCents.some((cents) => cents > 0)).toBe(true);
  const { model, version } = book.about;
  expect(healths(rescore(prepareBook(book, layoutOf(model)), model, book.n).health)).toEqual(
    await replayed(book, version),
  );
});

test("a draft of other measures scores them as its replay would, once its readings are asked for", async () => {
  const model = Model.parse(templateOf("five_component").model);
  const book = await casesOf();
  const { lacking } = prepareBook(book, layoutOf(model));
  expect(lacking.length).toBeGreaterThan(0);
  for (const readable of lacking) {
    const { columns } = decodeColumns(
      (await getDraftReadings(ctx, runId, { ...readable, days: DAYS })).buffer as ArrayBuffer,
    );
    expect(columns.accountIds).toEqual(book.accountIds);
    for (const [i, identity] of readingIdentities(readable).entries())
      addReadings(book.readings, identity, book.n, null, columns[i] as Float64Array);
  }
  const { version } = await publishModel(ctx, { model, note: "Five components" });
  expect(healths(rescore(prepareBook(book, layoutOf(model)), model, book.n).health)).toEqual(
    await replayed(book, version),
  );
});

test.each([60, 90])(
  "%i days before, what the what-if says of the published model is what validation says of it",
  async (days) => {
    const book = await casesOf(days);
    const { model, version } = book.about;
    const rescored = rescore(prepareBook(book, layoutOf(model)), model, book.n);
    const [report] = await getValidations(ctx, { ...EVERY_DECISION, horizons: [days], version });
    if (!report) throw new Error("no report");
    const { hits, misses, falseAlarms, calm, unscored, ...figures } = outcomeFigures(
      book,
      bandedBy(rescored, "health"),
    );
    const { tp, fn, fp, tn } = report.health.belowGreen;
    expect({ hits, misses, falseAlarms, calm }).toEqual({ hits: tp, misses: fn, falseAlarms: fp, calm: tn });
    expect([tp, fn, fp, tn].every((cell) => cell > 0)).toBe(true);
    expect(unscored).toBe(report.insufficient.length);
    expect(report.leftOut["expanded in mid-term"]).toBeGreaterThan(0);
    expect(figures).toMatchObject({ n: report.n, right: report.health.right });
    expect(figures).toMatchObject({ lostCents: report.money.lostCents, caughtCents: report.money.caughtCents });
    const [numbers] = report.sides;
    expect(outcomeFigures(book, bandedBy(rescored, "score")).right).toEqual(numbers?.right);
  },
);

test("a decision that is not replayed yet stands apart, and is counted", async () => {
  const before = await casesOf();
  const cut = addDays(dayOf(before.decided?.on[0] as number), -DAYS);
  await pool.query("delete from decision_replays where account_id = $1 and day = $2", [before.accountIds[0], cut]);
  const after = await casesOf();
  expect([before.about.waiting, after.about.waiting]).toEqual([0, 1]);
  expect(after.n).toBe(before.n - 1);
});
