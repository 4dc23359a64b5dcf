import fc from "fast-check";
import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { getBookColumns } from "@/db/queries/what-if/get-book-columns";
import { getDraftReadings } from "@/db/queries/what-if/get-draft-readings";
import { computeRun } from "@/lib/commands/compute-run";
import { publishModel } from "@/lib/commands/publish-model";
import type { Role } from "@/lib/core/access";
import type { Model } from "@/lib/core/health/model";
import { addReadings, type BookColumns, decodeBook } from "@/lib/core/what-if/book-columns";
import { readingIdentities } from "@/lib/core/what-if/reading-identity";
import { layoutOf, prepareBook, rescore } from "@/lib/core/what-if/rescore";
import { decodeColumns } from "@/lib/core/what-if/typed-columns";
import { type Ctx, systemContext } from "@/lib/server/context";
import { randomDraft } from "@/tests/core/what-if/random-draft";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 240_000 });
let pool: Pool;
let ctx: Ctx;
let runId: number;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 60, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  ({ runId } = await computeRun(ctx));
}, 240_000);

async function columnsOf(id: number): Promise<BookColumns> {
  const { bytes } = await getBookColumns(ctx, id);
  return decodeBook(bytes?.buffer as ArrayBuffer);
}

/** Asks for what is lacking, as the browser does. */
async function completed(book: BookColumns, model: Model): Promise<BookColumns> {
  for (const readable of prepareBook(book, layoutOf(model)).lacking) {
    const bytes = await getDraftReadings(ctx, book.about.runId, { ...readable, days: null });
    const { columns } = decodeColumns(bytes.buffer as ArrayBuffer);
    expect(columns.accountIds).toEqual(book.accountIds);
    readingIdentities(readable).forEach((identity, i) => {
      addReadings(book.readings, identity, book.n, null, columns[i] as Float64Array);
    });
  }
  return book;
}

const orNull = (value: number | undefined) => (Number.isNaN(value) ? null : value);

async function stored(id: number) {
  const { rows } = await pool.query(
    `select account_id as "accountId", definition, score, health, coalesce(score_band, -1)::int as "scoreBand",
       coalesce(health_band, -1)::int as band, flags::int
     from run_scores where run_id = $1 order by account_id`,
    [id],
  );
  return rows;
}

function previewed(book: BookColumns, model: Model) {
  const { definition, score, scoreBand, health, band, flags } = rescore(
    prepareBook(book, layoutOf(model)),
    model,
    book.n,
  );
  return Array.from(book.accountIds, (accountId, i) => ({
    ...{ accountId, definition: definition[i], score: orNull(score[i]), health: orNull(health[i]) },
    ...{ scoreBand: scoreBand[i], band: band[i], flags: flags[i] },
  })).sort((a, b) => a.accountId - b.accountId);
}

test("the model in force, tried in the browser, gives what its run published", async () => {
  const book = await columnsOf(runId);
  expect(prepareBook(book, layoutOf(book.about.model)).lacking).toEqual([]);
  expect(previewed(book, book.about.model)).toEqual(await stored(runId));
  expect(book.cards.champion.some((answer) => answer >= 0)).toBe(true);
});

test("whatever is published scores every account as it was previewed, to the last digit", async () => {
  const { rows } = await pool.query<{ segment: string }>(
    "select distinct segment from triage where segment is not null",
  );
  await fc.assert(
    fc.asyncProperty(randomDraft(rows.map(({ segment }) => segment)), async (model) => {
      const preview = previewed(await completed(await columnsOf(runId), model), model);
      const { version } = await publishModel(ctx, { model, note: "A random draft" });
      ({ runId } = await computeRun(ctx, { version }));
      expect(preview).toEqual(await stored(runId));
    }),
    { numRuns: 8 },
  );
});

test("only who may read the whole book gets its columns, and of no run but the current", async () => {
  const person = (roles: Role[]): Ctx => ({
    ...ctx,
    actor: { kind: "person", personId: 1, name: "P", email: "p@x.test", roles },
  });
  await pool.query("update settings set visibility = 'own'");
  await expect(getBookColumns(person(["csm", "manager"]), runId)).rejects.toThrow("may read the whole book");
  const { tag, bytes } = await getBookColumns(person(["viewer"]), runId);
  expect(bytes?.length).toBeGreaterThan(1000);
  expect(await getBookColumns(person(["admin"]), runId, tag)).toEqual({ tag, bytes: null });
  await pool.query("update settings set visibility = 'all'");
  expect((await getBookColumns(person(["csm"]), runId)).bytes).toEqual(bytes);
  await expect(getBookColumns(ctx, runId - 1)).rejects.toThrow("not the current one any more");
});
