import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { getSource } from "@/db/queries/sources/get-source";
import { listFeeds } from "@/db/queries/sources/list-feeds";
import { listRecentImports } from "@/db/queries/sources/list-recent-imports";
import { listSources } from "@/db/queries/sources/list-sources";
import { reasonOf } from "@/lib/core/portfolio/reasons";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
let ctx: Ctx;
beforeAll(async () => {
  ({ pool } = await testDatabase());
  ctx = { ...(await systemContext("test")), now: new Date("2026-11-22T12:00:00Z"), today: "2026-11-22" };
  await pool.query(
    "insert into feeds (feed, first_day, last_day, rows) values ('usage_days', '2026-01-01', '2026-11-18', 9)",
  );
  await pool.query(`insert into sources (id, name, kind, config, every_minutes, next_run_at, created_by) values
    (1, 'Warehouse', 'postgres', '{"at": "reader@db/x", "tables": {"tickets": {"query": "select 1", "cursor": null}}}', 60,
     '2026-11-22T12:30:00Z', 'test'), (2, 'Stripe', 'stripe', '{}', null, null, 'test')`);
  await pool.query(`insert into source_runs (source_id, table_name, status, accepted, started_at, finished_at, message) values
    (1, 'tickets', 'failed', 0, '2026-11-22T09:00:00Z', '2026-11-22T09:00:00Z', 'old fault'),
    (1, 'tickets', 'ok', 7, '2026-11-22T10:00:00Z', '2026-11-22T10:00:00Z', null),
    (1, 'usage_days', 'failed', 0, '2026-11-22T11:00:00Z', '2026-11-22T11:00:05Z', 'no such table')`);
});

describe("the page Data", () => {
  it("says the day on which a feed turns stale, and it does so on that day", async () => {
    const usage = async (today: string) =>
      (await listFeeds({ ...ctx, today })).find(({ feed }) => feed === "usage_days");
    expect(await usage("2026-11-21")).toMatchObject({
      ageDays: 3,
      limitDays: 3,
      staleOn: "2026-11-22",
      state: "fresh",
    });
    expect(await usage("2026-11-22")).toMatchObject({ ageDays: 4, staleOn: "2026-11-22", state: "stale" });
    expect((await listFeeds(ctx)).find(({ feed }) => feed === "surveys")).toMatchObject({
      state: "never",
      staleOn: null,
    });
  });

  it("tells of each source how old its delivery is, what failed last and when it runs next", async () => {
    const [stripe, warehouse] = await listSources(ctx);
    expect(warehouse).toMatchObject({ at: "reader@db/x", deliveredMinutesAgo: 120, rowsOfDay: 7, nextInMinutes: 30 });
    expect(warehouse?.failing).toEqual(["usage_days"]);
    expect(stripe).toMatchObject({ deliveredMinutesAgo: null, failing: [], nextInMinutes: null });
  });

  it("shows a source's queries and log, newest first, and no secret", async () => {
    const source = await getSource(ctx, 1);
    expect(source.tables).toEqual({ tickets: { query: "select 1", cursor: null } });
    expect(source.runs.map(({ table, status, seconds }) => [table, status, seconds])).toEqual([
      ["usage_days", "failed", 5],
      ["tickets", "ok", 0],
      ["tickets", "failed", 0],
    ]);
    expect(source).not.toHaveProperty("secret");
    await expect(getSource(ctx, 99)).rejects.toThrow("no such source");
  });

  it("keeps sources and imports to administrators; the age of feeds is everybody's", async () => {
    const csm = await contextOf({ kind: "person", personId: 1, name: "C", email: "c@x.test", roles: ["csm"] });
    await expect(listSources(csm)).rejects.toThrow(/may not/);
    await expect(listRecentImports(csm)).rejects.toThrow(/may not/);
    expect(await listRecentImports(ctx)).toEqual([]);
    expect(await listFeeds(csm)).not.toEqual([]);
  });
});

describe("triage", () => {
  it("says which source went silent, and what to do", () => {
    const facts = { band: { name: "Green", tone: "green" as const }, health: 80, scoreBand: null, before: null };
    const rest = { healthThirtyDaysAgo: null, divergence: null, peopleFact: null, renewsInDays: null, card: null };
    const silent = { name: "Usage data", days: 4 };
    const data = { isFirstCardDue: false, silent, clocks: [], coverage: 0.8, coverageFloor: 0.7 };
    expect(reasonOf({ ...facts, ...rest, ...data })).toMatchObject({
      words: "Usage data silent 4 d",
      action: "fix_source",
    });
  });
});
