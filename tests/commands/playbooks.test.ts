import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { listRankMoves } from "@/db/queries/list-rank-moves";
import { findOpenPlaybook } from "@/db/queries/playbooks/find-open-playbook";
import { listHeldAccounts } from "@/db/queries/playbooks/list-held-accounts";
import { listPlaybooks } from "@/db/queries/playbooks/list-playbooks";
import { computeRun } from "@/lib/commands/compute-run";
import { resetPlaybook } from "@/lib/commands/reset-playbook";
import { SavePlaybook, savePlaybook } from "@/lib/commands/save-playbook";
import { SaveRanking, saveRanking } from "@/lib/commands/save-ranking";
import { hoursHeld } from "@/lib/core/playbook/hours-held";
import type { Playbook } from "@/lib/core/playbook/playbook";
import { PRIORITY_FORMULA } from "@/lib/core/portfolio/priority-formula";
import { type Ctx, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
let ctx: Ctx;
const DAYS = ["2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30"];

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 40, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  await pool.query("update settings set go_live_on = $1", [DAYS[0]]);
  for (const asOf of DAYS) await computeRun(ctx, { asOf });
}, 240_000);

const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await pool.query(text, values)).rows as Row[];
const shipped = async (key: string): Promise<Playbook> => {
  const { playbooks } = await listPlaybooks(ctx);
  return playbooks.find(({ playbook }) => playbook.key === key && playbook.segment === null)?.playbook as Playbook;
};
const reviewDue = () =>
  rows<{ id: number; days: number }>(
    `select account_id as id, due_on - started_on as days from clocks
     where tone = 'yellow' and key = 'review' and state <> 'stopped' order by account_id, started_on`,
  );

describe("a run", () => {
  it("opens the playbook of a band that held for three runs, from the first of them, and no other", async () => {
    const steady = await rows<{ id: number; tone: string }>(
      `select account_id as id, (array['red', 'yellow', 'green'])[min(health_tone)] as tone from health_day
       where day = any($1) and not replayed group by account_id
       having count(health_tone) = 5 and min(health_tone) = max(health_tone) order by account_id`,
      [DAYS],
    );
    const opened = await rows<{ id: number; tone: string }>(
      `select account_id as id, band as tone from opened_playbooks
       where opened_on = $1 and closed_on is null and opened_by = 'data' and account_id = any($2) order by account_id`,
      [DAYS[0], steady.map(({ id }) => id)],
    );
    expect(steady.length).toBeGreaterThan(20);
    expect(opened).toEqual(steady);
    const twice = await rows(
      "select account_id from opened_playbooks where closed_on is null group by 1 having count(*) > 1",
    );
    expect(twice).toEqual([]);
  });

  it("done again changes no opening", async () => {
    const all = () =>
      rows("select account_id, band, opened_on, opened_by, closed_on from opened_playbooks order by 1, 2, 3");
    const before = await all();
    await computeRun(ctx, {});
    expect(await all()).toEqual(before);
  });

  it("closes the playbooks of an account that left the book", async () => {
    const [left] = await rows<{ id: number }>(
      "select account_id as id from opened_playbooks where closed_on is null limit 1",
    );
    await pool.query("update contracts set ends_on = '2026-11-29', auto_renew = false where account_id = $1", [
      left?.id,
    ]);
    await pool.query("delete from contracts where account_id = $1 and starts_on > '2026-11-29'", [left?.id]);
    await computeRun(ctx, {});
    expect(await rows("select from triage where account_id = $1", [left?.id])).toEqual([]);
    const found = await rows("select closed_on, result from opened_playbooks where account_id = $1", [left?.id]);
    expect(found).toEqual([{ closed_on: "2026-11-30", result: "Left the book" }]);
    const clocks = await rows("select from clocks where account_id = $1 and state <> 'stopped'", [left?.id]);
    expect(clocks).toEqual([]);
  });

  it("has what it opened shown with its duties and how they are done well", async () => {
    const [red] = await rows<{ id: number }>(
      "select account_id as id from opened_playbooks where band = 'red' and closed_on is null limit 1",
    );
    const found = await findOpenPlaybook(ctx, red?.id ?? 0, "support");
    expect(found).toMatchObject({ name: "Red", tone: "red", opened: { openedBy: "data", openedOn: DAYS[0] } });
    expect(found?.steps.map(({ key }) => key)).toContain("recovery_plan");
    expect(found?.duties.length).toBeGreaterThan(0);
    expect(found?.plays.length).toBeGreaterThan(0);
  });
});

describe("an edited playbook", () => {
  it("moves the clocks at once, counts in the hours, is in the audit log, and a reset brings the old one back", async () => {
    const yellow = await shipped("yellow");
    const before = await reviewDue();
    expect(before.length).toBeGreaterThan(0);
    const edited = {
      ...yellow,
      rules: yellow.rules.map((rule) => (rule.kind === "review" ? { ...rule, everyDays: 7 } : rule)),
    };
    const held = await listHeldAccounts(ctx, { book: "all" });
    const hours = async () =>
      hoursHeld(
        held,
        (await listPlaybooks(ctx)).playbooks.map(({ playbook }) => playbook),
      ).reduce((sum, person) => sum + person.hours, 0);
    const hoursBefore = await hours();
    await savePlaybook(ctx, SavePlaybook.parse(edited));
    expect((await reviewDue()).every(({ days }) => days <= 7)).toBe(true);
    expect(await hours()).toBeGreaterThan(hoursBefore);
    const { playbooks } = await listPlaybooks(ctx);
    expect(playbooks.find(({ playbook }) => playbook.key === "yellow")).toMatchObject({ isOwn: true, isShipped: true });
    await resetPlaybook(ctx, { key: "yellow", segment: null });
    expect(await reviewDue()).toEqual(before);
    const entries = await rows<{ entry: string }>(
      "select entry from audit where subject = 'playbook:yellow' order by id",
    );
    expect(entries.map(({ entry }) => entry)).toEqual(["playbook.saved", "playbook.reset"]);
    await expect(resetPlaybook(ctx, { key: "yellow", segment: null })).rejects.toThrow("as shipped already");
  });

  it("of a segment counts for its accounts alone", async () => {
    const [{ segment } = { segment: "" }] = await rows<{ segment: string }>(
      "select segment from triage where tone = 2 and segment is not null limit 1",
    );
    const yellow = await shipped("yellow");
    const own = { ...yellow, segment, name: "Yellow, closer" };
    await savePlaybook(ctx, {
      ...own,
      rules: own.rules.map((rule) => (rule.kind === "review" ? { ...rule, everyDays: 3 } : rule)),
    });
    const due = await rows<{ days: number; isOwn: boolean }>(
      `select due_on - started_on as days, segment = $1 as "isOwn" from clocks join triage using (account_id)
       where clocks.tone = 'yellow' and key = 'review' and state <> 'stopped'`,
      [segment],
    );
    for (const { days, isOwn } of due) expect(days <= 3).toBe(isOwn);
    await resetPlaybook(ctx, { key: "yellow", segment });
  });

  it("is refused by name where a model could not be published with it", async () => {
    const red = await shipped("red");
    await expect(savePlaybook(ctx, { ...red, tone: "green" })).rejects.toThrow("Red is red: a playbook keeps the tone");
    const late = SavePlaybook.safeParse({ ...red, firstDeadlineDays: 1 });
    expect(late.error?.issues[0]?.message).toBe("Red: nothing is due by the first deadline, 1 days");
    const bare = SavePlaybook.safeParse({ ...red, rules: [] });
    expect(bare.error?.issues[0]?.message).toBe("a playbook has at least one rule");
    await expect(savePlaybook(ctx, { ...red, key: "mauve", segment: "X" })).rejects.toThrow('no playbook "mauve"');
    expect(await rows("select from playbooks")).toEqual([]);
  });
});

describe("the ranking formula", () => {
  const priorities = () =>
    rows<{ id: number; priority: number }>("select account_id as id, priority from triage order by 1");

  it("edited orders the queue at once as the next run would, and as its preview said", async () => {
    const formula = { ...PRIORITY_FORMULA, arr: { least: 1, most: 1 }, clockBreached: 4, hasNextStep: 1 };
    const moves = await listRankMoves(ctx, formula);
    await saveRanking(ctx, { formula });
    const saved = await priorities();
    const top = [...saved].sort((a, b) => b.priority - a.priority || a.id - b.id).slice(0, 20);
    expect(moves.filter(({ after }) => after <= 20).map(({ accountId }) => accountId)).toEqual(top.map(({ id }) => id));
    expect(moves.some(({ before, after }) => before !== after)).toBe(true);
    await computeRun(ctx, {});
    expect(await priorities()).toEqual(saved);
    await saveRanking(ctx, { formula: null });
    expect(await priorities()).not.toEqual(saved);
  });

  it("refuses nonsense by name", () => {
    const message = (part: object) =>
      SaveRanking.safeParse({ formula: { ...PRIORITY_FORMULA, ...part } }).error?.issues[0]?.message;
    expect(message({ fellFreshly: 0.5 })).toBe("a fresh fall is at least 1");
    expect(message({ hasNextStep: 2 })).toBe("a next step ahead is at most 1");
    expect(message({ urgency: [] })).toBe("urgency needs at least one step");
    const [near, far] = [
      { withinDays: 30, factor: 2 },
      { withinDays: 90, factor: 3 },
    ];
    expect(message({ urgency: [far, near] })).toContain("each step reaches further");
    expect(message({ urgency: [near, far] })).toContain("not more urgent");
    expect(message({})).toBeUndefined();
  });
});
