import type { Pool } from "pg";
import { beforeAll, expect, it } from "vitest";
import { listMarkers } from "@/db/queries/list-markers";
import { contextAt, noticeBook } from "@/tests/notify/notice-book";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
const NOW = "2026-11-30T09:00:00Z";
const wordsOf = async (from: string, to: string) =>
  (await listMarkers(contextAt(pool, NOW), 1, { from, to })).map(({ day, words }) => `${day} ${words}`);

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await noticeBook(pool, 1);
  await pool.query("create table health_day_test partition of health_day default");
  const days = [
    ["2026-09-01", 3],
    ["2026-09-02", 3],
    ["2026-09-03", 2],
    ["2026-09-04", null],
  ];
  for (const [day, tone] of days)
    await pool.query(
      `insert into health_day (account_id, day, health_tone, coverage, model_version, replayed) values (1, $1, $2, 1, 1, false)`,
      [day, tone],
    );
  const cards = [
    ["2026-08", 1, "active", "owner", "2026-08-20"],
    ["2026-09", 1, "active", "owner", "2026-09-20"],
    ["2026-09", 2, "missing", "owner", "2026-09-25"],
    ["2026-09", 3, "active", "challenge", "2026-09-26"],
  ];
  for (const card of cards)
    await pool.query(
      `insert into scorecards (account_id, period, version, champion, executive, outcome, recorded_as, submitted_on)
       values (1, $1, $2, $3, 'active', 'missing', $4, $5)`,
      card,
    );
  await pool.query(
    `insert into plans (account_id, kind, status, opened_on, closed_on) values (1, 'action', 'done', '2026-09-10', '2026-10-05')`,
  );
});

it("the time line names changes of band, answers that changed, and plans; a confirmed card and a challenge are no event", async () => {
  expect(await wordsOf("2026-09-01", "2026-11-30")).toEqual([
    "2026-09-03 Green → Yellow",
    "2026-09-04 Yellow → no score",
    "2026-09-10 Action plan opened",
    "2026-09-25 Scorecard: champion active → missing",
    "2026-10-05 Action plan done",
  ]);
});

it("only what lies between the two days is listed, and a first card is told by its answers", async () => {
  expect(await wordsOf("2026-08-01", "2026-08-31")).toEqual([
    "2026-08-20 Scorecard: champion active, executive active, outcome missing",
  ]);
  expect(await wordsOf("2026-09-03", "2026-09-03")).toEqual(["2026-09-03 Green → Yellow"]);
});
