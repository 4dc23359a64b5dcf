import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { refreshFeeds } from "@/db/days/refresh-feeds";
import { loadDemo } from "@/db/demo/load-demo";
import { getImportSession } from "@/db/queries/get-import-session";
import { computeRun } from "@/lib/commands/compute-run";
import { correctSignal } from "@/lib/commands/correct-signal";
import { mapImport } from "@/lib/commands/map-import";
import { replayHistory } from "@/lib/commands/replay-history";
import { requestImport } from "@/lib/commands/request-import";
import { startImport } from "@/lib/commands/start-import";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { uploadImportFile } from "@/lib/commands/upload-import-file";
import { addDays } from "@/lib/core/calendar";
import { Mapping } from "@/lib/ingest/mapping";
import { importSession } from "@/lib/jobs/import-session";
import { replayChanged } from "@/lib/jobs/replay-changed";
import { type Ctx, systemContext } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";
import { testDatabase } from "@/tests/setup";
import { runSnapshot } from "./run-snapshot";

vi.setConfig({ testTimeout: 240_000 });
const TODAY = "2026-11-30";
/** Weeks before the days that have a point each. */
const FROM = addDays(TODAY, -235);
let pool: Pool;
let ctx: Ctx;
let ids: string[];

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 16, days: 250 });
  ctx = await systemContext("test", databaseOn(pool));
  await withTransaction(pool, ({ client }) => refreshFeeds(client));
  await replayHistory(ctx, { from: FROM, to: TODAY });
  await computeRun(ctx);
  const { rows } = await pool.query<{ id: string }>("select external_id as id from accounts order by id");
  ids = rows.map(({ id }) => id);
}, 240_000);

/** Imports a file as the worker does, and says how many accounts were scored for it. */
async function bring(table: string, csv: string): Promise<number> {
  const { sessionId } = await startImport(ctx);
  const bytes = (async function* () {
    yield Buffer.from(csv);
  })();
  const { importId } = await uploadImportFile(ctx, { sessionId, name: `${table}.csv`, length: null, bytes });
  const columns = Object.fromEntries((csv.split("\n", 1)[0] ?? "").split(",").map((name) => [name, name]));
  await mapImport(ctx, { importId, table, mapping: Mapping.parse({ columns }) });
  await requestImport(ctx, { sessionId, what: "apply", intoDemo: true });
  await importSession(sessionId);
  const { error, result, files } = await getImportSession(ctx, sessionId);
  expect({ error, rejected: files[0]?.counts.rejected }).toEqual({ error: null, rejected: 0 });
  return result?.accountsScored ?? 0;
}

/** What a replay for everybody and a full run would have made of it. */
async function expectWhole() {
  const partly = await runSnapshot(pool);
  await replayHistory(ctx, { from: FROM, to: TODAY });
  await computeRun(ctx);
  const whole = await runSnapshot(pool);
  for (const table of Object.keys(whole)) expect(partly[table], table).toEqual(whole[table]);
}

const FILES: Record<string, (id: (n: number) => string) => [table: string, csv: string, accounts: number]> = {
  "old usage of two accounts": (id) => [
    "usage_days",
    `account_id,day,active_users,events\n${id(1)},2026-04-16,900,9000\n${id(2)},2026-10-02,0,0\n`,
    2,
  ],
  "a critical ticket of the spring": (id) => [
    "tickets",
    `account_id,id,opened_at,severity,escalated\n${id(3)},old-1,2026-04-20,critical,yes\n`,
    1,
  ],
  "a contract worth five times as much": (id) => [
    "contracts",
    `account_id,id,starts_on,ends_on,arr\n${id(4)},more,2026-05-01,2027-04-30,9000000\n`,
    1,
  ],
  "another segment from today on": (id) => ["accounts", `account_id,segment\n${id(5)},Elsewhere\n`, 1],
  "an old card": (id) => [
    "scorecards",
    `account_id,period,champion,executive,outcome,submitted_at\n${id(6)},2026-06,missing,none,missing,2026-06-20\n`,
    1,
  ],
};

test.each(Object.entries(FILES))(
  "after %s, only those accounts are replayed and scored, to the same result",
  async (_, file) => {
    const [table, csv, accounts] = file((n) => ids[n] ?? "");
    const before = await runSnapshot(pool);
    expect(await bring(table, csv)).toBe(accounts);
    expect(await runSnapshot(pool)).not.toEqual(before);
    await expectWhole();
  },
);

test("a file about half of the book or of days that nobody told of before is replayed for everybody", async () => {
  const half = ids.slice(0, 9).map((id) => `${id},2026-10-05,1,1`);
  expect(await bring("usage_days", `account_id,day,active_users,events\n${half.join("\n")}\n`)).toBeGreaterThan(9);
  await expectWhole();
  expect(await bring("usage_days", `account_id,day,active_users,events\n${ids[1]},2025-12-05,1,1\n`)).toBeGreaterThan(
    14,
  );
});

test("points of old weeks follow a signal corrected by hand, also when the weeks are counted on another day", async () => {
  const { rows } = await pool.query<{ id: number; day: string }>(
    "select account_id as id, min(day)::text as day from usage_days where day > $1 and account_id = (select min(id) from accounts) group by 1",
    [addDays(FROM, 3)],
  );
  const [{ id = 0, day = "" } = {}] = rows;
  await correctSignal(ctx, {
    ...{ table: "usage_days", accountId: id, key: { day }, reason: "counted twice" },
    values: { active_users: "12345", events: "1234567", logins: "12345" },
  });
  const old = async () =>
    (
      await pool.query("select day, score from health_day where account_id = $1 and day between $2 and $3 order by 1", [
        ...[id, day, addDays(day, 27)],
      ])
    ).rows;
  const before = await old();
  await replayChanged();
  expect(before).toHaveLength(4);
  expect(await old()).not.toEqual(before);
  await expectWhole();
  expect((await pool.query("select * from replay_queue")).rows).toEqual([]);

  const later = { ...ctx, today: addDays(TODAY, 3) };
  const points = (await pool.query("select count(distinct day)::int as n from health_day where day < $1", [TODAY]))
    .rows;
  await replayHistory(later, { from: FROM, to: TODAY, dailyFrom: addDays(TODAY, -197) });
  expect(
    (await pool.query("select count(distinct day)::int as n from health_day where day < $1", [TODAY])).rows,
  ).toEqual(points);
  await updateAccounts(ctx);
});
