import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { getCaseColumns } from "@/db/queries/what-if/get-case-columns";
import { getDraftReadings } from "@/db/queries/what-if/get-draft-readings";
import { cutDay } from "@/db/queries/what-if/past-cases";
import { computeRun } from "@/lib/commands/compute-run";
import { publishModel } from "@/lib/commands/publish-model";
import { dayOf } from "@/lib/core/calendar";
import { Model } from "@/lib/core/health/model";
import { templateOf } from "@/lib/core/templates/templates";
import { addReadings, type BookColumns, decodeBook } from "@/lib/core/what-if/book-columns";
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
     select id, 'case ' || id, case id % 3 when 0 then 'churned' when 1 then 'renewed' else 'downsold' end,
       date '2026-11-30' - (id % 5)::int, '2026-12-15', 100000 * id, case id % 3 when 0 then 0 when 1 then 100000 * id else 90000 * id end
     from accounts order by id limit 12`,
  );
  ({ runId } = await computeRun(ctx));
}, 240_000);

async function casesOf(): Promise<BookColumns> {
  const { bytes } = await getCaseColumns(ctx, runId, DAYS);
  return decodeBook(bytes?.buffer as ArrayBuffer);
}

/** What a replay of the day of each cut gives, by one version. */
async function replayed(book: BookColumns, version: number) {
  const client = await pool.connect();
  try {
    const found: (number | null)[] = [];
    for (const [i, accountId] of book.accountIds.entries()) {
      const day = cutDay(dayOf(book.decided?.on[i] as number), DAYS);
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
