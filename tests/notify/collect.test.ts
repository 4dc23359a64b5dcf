import type { Pool } from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { collectNotices } from "@/lib/commands/collect-notices";
import { computeRun } from "@/lib/commands/compute-run";
import { fanOutNotices } from "@/lib/commands/fan-out-notices";
import { SaveNoticeRule, saveNoticeRule } from "@/lib/commands/save-notice-rule";
import { addDays } from "@/lib/core/calendar";
import { isNoticeKind } from "@/lib/core/notices/kinds";
import { noticeText } from "@/lib/core/notices/words";
import { type Ctx, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 240_000 });
const TODAY = "2026-11-30";
let pool: Pool;
let ctx: Ctx;

type Event = { kind: string; key: string; payload: Record<string, unknown> };
async function events(kind?: string): Promise<Event[]> {
  const { rows } = await pool.query(
    "select kind, dedupe_key as key, payload from outbox where $1::text is null or kind = $1 order by id",
    [kind ?? null],
  );
  return rows;
}
const runOn = (asOf: string) => computeRun({ ...ctx, today: asOf }, { asOf });

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 60, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  for (const back of [14, 3, 2, 1, 0]) await runOn(addDays(TODAY, -back));
}, 240_000);

describe("a run", () => {
  it("owes falls of ten points in fourteen days, once for the days that follow, as history shows them", async () => {
    const { rows } = await pool.query(
      `select account_id as id, min(n.day::text) as day from health_day n join health_day o using (account_id)
       where o.day = (select max(day) from portfolio_day where day between n.day - 20 and n.day - 14)
         and o.health - n.health >= 10 and n.health_tone is not null and o.health_tone is not null and not n.replayed
         and n.model_version = o.model_version group by 1 order by 1`,
    );
    const owed = await events("sudden_fall");
    expect(owed.length).toBeGreaterThan(0);
    const told = owed.map(({ payload }) => ({ id: Number(payload.accountId), day: String(payload.asOf) }));
    expect(told.sort((a, b) => a.id - b.id)).toEqual(rows);
  });

  it("owes changes of band and divergences with what their words need", async () => {
    const owed = await events();
    expect(new Set(owed.map(({ kind }) => kind))).toContain("divergence_opened");
    expect(new Set(owed.map(({ kind }) => kind))).toContain("band_changed");
    for (const { kind, payload } of owed) if (isNoticeKind(kind)) expect(noticeText(kind, payload)).toMatch(/\S/);
    const { rows } = await pool.query("select id from divergences where opened_on = $1 and settled_on is null", [
      TODAY,
    ]);
    const keys = (await events("divergence_opened")).map(({ key }) => key);
    for (const { id } of rows) expect(keys).toContain(`divergence:${id}`);
  });

  it("that is computed again owes nothing twice", async () => {
    const before = await events();
    await runOn(TODAY);
    expect(await events()).toEqual(before);
  });
});

describe("what comes with the day", () => {
  it("is owed once: a breached clock, an overdue plan, held data, scorecards due and late", async () => {
    await pool.query("truncate clocks, plans, holds, outbox cascade");
    const { rows } = await pool.query("select account_id as id, am_id from triage where am_id is not null limit 1");
    const [{ id, am_id: amId }] = rows;
    await pool.query(
      `insert into clocks (account_id, kind, key, started_on, due_on, breached_on, state, severity, text) values
       ($1, 'plan', 'plan', '2026-11-20', '2026-11-27', '2026-11-28', 'breached', 'high', 'Yellow 8 days, no action plan'),
       ($1, 'review', 'war_room', '2026-10-01', '2026-10-08', '2026-10-09', 'breached', 'high', 'old'),
       ($1, 'card', 'card', '2026-11-01', '2026-11-27', '2026-11-28', 'breached', 'low', 'late'),
       ($1, 'decision', 'decision', '2026-09-01', '2026-12-01', null, 'running', 'high', 'not yet')`,
      [id],
    );
    await pool.query(
      `insert into plans (account_id, kind, owner_id, next_step, opened_on, due_on, status) values
       ($1, 'action', $2, 'Call the sponsor', '2026-11-01', '2026-11-29', 'open'), ($1, 'action', $2, null, '2026-11-01', $3, 'open')`,
      [id, amId, TODAY],
    );
    await pool.query("insert into holds (kind, subject, opened_on, detail) values ('feed', 'usage', $1, '{}')", [
      TODAY,
    ]);
    await pool.query(
      `update triage set card_due_on = case when account_id = $1 then $2::date
         when account_id = (select max(account_id) from triage) then '2026-11-28' else '2026-12-31' end`,
      [id, TODAY],
    );
    const { rows: fillers } = await pool.query(
      `select p.name, p.manager_id as "managerId" from triage t join people p on p.id = t.am_id where card_due_on = '2026-11-28'`,
    );
    const [filler] = fillers;
    expect(filler.managerId).not.toBeNull();
    await Promise.all([collectNotices(ctx), collectNotices(ctx)]);
    await collectNotices(ctx);
    const words = (await events()).map(({ kind, payload }) => (isNoticeKind(kind) ? noticeText(kind, payload) : kind));
    // A late card is told to who owes it and, by their name, to their manager.
    expect(words.sort()).toEqual([
      "1 scorecard is due by 30 Nov 2026",
      "1 scorecard is overdue since 28 Nov 2026",
      `${filler.name}: 1 scorecard is overdue since 28 Nov 2026`,
      "Yellow 8 days, no action plan (was due 27 Nov 2026)",
      "action plan was due 29 Nov 2026: Call the sponsor",
      "usage stopped or jumped: its data is held until somebody releases or rejects it",
    ]);
    await fanOutNotices(ctx);
    const told = await pool.query(
      `select kind, array_agg(distinct role order by role) as roles from notifications join person_roles using (person_id)
       group by kind order by kind`,
    );
    const rolesOf = Object.fromEntries(told.rows.map(({ kind, roles }) => [kind, roles]));
    expect(rolesOf.feed_held).toEqual(["admin"]);
    expect(rolesOf.clock_breached).toContain("manager");
    expect(rolesOf.scorecards_due).toEqual(["am", "manager"]);
  });
});

describe("an administrator's rule", () => {
  const save = (more: object) =>
    saveNoticeRule(ctx, SaveNoticeRule.parse({ name: "Rule", days: 1, segment: null, ...more }));
  const matched = async () =>
    (await events("rule_matched")).map(({ payload }) => Number(payload.accountId)).sort((a, b) => a - b);
  let measureKey: string;
  let holding: { id: number; segment: string; reading: number }[];

  beforeAll(async () => {
    const { rows } = await pool.query(
      `select definition->'definitions'->'default'->'measures'->0->>'key' as key from model_versions order by version desc limit 1`,
    );
    measureKey = rows[0].key;
    const found = await pool.query(
      `select account_id as id, segment, readings[1] as reading from run_scores join triage using (account_id)
       where run_scores.run_id = (select id from runs where is_current) and definition = 0 and readings[1] <> 'NaN'
         and readings[1] > '-Infinity' order by readings[1]`,
    );
    holding = found.rows;
  });
  const value = () => holding[Math.floor(holding.length / 2)]?.reading ?? 0;
  const below = () => holding.filter(({ reading }) => reading < value());

  it("tells of the accounts whose reading is on its side, in its segment, once", async () => {
    const segment = below()[0]?.segment ?? "";
    await save({ measureKey, condition: { side: "below", value: value() }, segment });
    await collectNotices(ctx);
    const expected = below()
      .filter((row) => row.segment === segment)
      .map(({ id }) => id)
      .sort((a, b) => a - b);
    expect(expected.length).toBeGreaterThan(0);
    expect(await matched()).toEqual(expected);
    await collectNotices(ctx);
    await runOn(TODAY);
    await collectNotices(ctx);
    expect(await matched()).toEqual(expected);
  });

  it("waits for its days in a row on every run, looking back as it is made", async () => {
    await pool.query("delete from notice_rules");
    await pool.query("delete from outbox where kind = 'rule_matched'");
    await save({ measureKey, condition: { side: "below", value: value() }, days: 4 });
    await collectNotices(ctx);
    const { rows } = await pool.query(
      `select s.account_id as id from run_scores s join (
         select distinct on (as_of) id, as_of from runs where status = 'published' and as_of > $1::date - 4 order by as_of, id desc) r
         on r.id = s.run_id
       group by 1 having count(*) filter (where definition = 0 and readings[1] < $2 and readings[1] <> 'NaN' and readings[1] > '-Infinity') = 4
       order by 1`,
      [TODAY, value()],
    );
    const all = await matched();
    for (const { id } of rows) expect(all).toContain(id);
    await save({ measureKey, condition: { side: "below", value: value() }, days: 30, name: "Long" });
    await collectNotices(ctx);
    expect((await events("rule_matched")).filter(({ payload }) => payload.name === "Long")).toEqual([]);
  });

  it("on a measure that no model reads is refused", async () => {
    await expect(save({ measureKey: "nonsense", condition: { side: "below", value: 1 } })).rejects.toThrow(
      /no published model/,
    );
  });
});
