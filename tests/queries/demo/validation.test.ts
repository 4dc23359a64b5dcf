import type { PoolClient } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { closeChanged } from "@/db/days/close-changed";
import { randomOf } from "@/db/demo/prng";
import { getLossEvidence } from "@/db/queries/validation/get-loss-evidence";
import { getValidationSummary, type ValidationSummary } from "@/db/queries/validation/get-validation-summary";
import { listDecisionsBefore } from "@/db/queries/validation/list-decisions-before";
import { listHorizons } from "@/db/queries/validation/list-horizons";
import { replayDecisions } from "@/lib/commands/replay-decisions";
import { replayHistory } from "@/lib/commands/replay-history";
import { addDays } from "@/lib/core/calendar";
import { loadRunModel } from "@/lib/server/run/load-run-model";
import { replayCut } from "@/lib/server/run/replay-cut";
import { withTransaction } from "@/lib/server/transaction";
import { demoCompany, TODAY } from "./demo-company";

const company = demoCompany();
const EVERYTHING = { horizon: 90, smallDownsells: true, unavoidable: true };
let summary: ValidationSummary;

beforeAll(async () => {
  await replayHistory(company.ctx, { from: "2025-01-01", to: TODAY });
  await replayDecisions(company.ctx, { horizons: [90] });
  summary = await getValidationSummary(company.ctx, EVERYTHING);
}, 400_000);

describe("the demo company's score", () => {
  test("is right in 81% of 124 decisions, where the one before was in 52% and no better than chance", () => {
    expect(summary.sentence).toBe("81% right at 90 days (n = 124, 95% CI 73–87); version 1 was 52%.");
    expect(summary.report.verdict).toBe("better than chance");
    expect(summary.other?.report.verdict).toBe("no better than chance");
    expect(summary.report.health.belowGreen.majority).toBeGreaterThan(0.6);
  });

  test("misses by name: Cobalt Air green and lost, Pine Systems red and kept", () => {
    const { missed, untouched, saved } = summary.report.misses;
    expect(missed.map(({ decision }) => decision.slug)).toContain("cobalt-air");
    expect([...untouched, ...saved].map(({ decision }) => decision.slug)).toContain("pine-systems");
  });

  test("says which cases are told in hindsight: those whose cut lay before the version was published", () => {
    const { cases, sources } = summary.report;
    expect(sources.hindsight + sources.replayed + sources.published).toBe(124);
    for (const { said } of cases) expect(said.source === "hindsight").toBe(said.day < "2025-12-01");
    expect(summary.other?.report.sources.hindsight).toBe(0);
  });

  test("has too few losses for weights from outcomes, and a pattern before the last of them", async () => {
    const found = await getLossEvidence(company.ctx, 2);
    expect(found?.weights).toMatchObject({ kind: "refused", bad: 47, badNeeded: 60 });
    expect(found?.stories).toHaveLength(20);
    expect(found?.pattern.rows[0]?.cells[0]?.showing?.share).toBeGreaterThan(0.5);
    const shown = found?.pattern.rows.filter(({ isBeyondChance }) => isBeyondChance).map(({ key }) => key);
    expect(shown?.sort()).toEqual(["meeting_attendance", "milestones_met", "on_time_payment", "severity_load"]);
    expect(found?.waiting).toEqual([30, 60, 180]);
  });

  test("of a decision that was just recorded the pattern is told without it, by name, and draws no other conclusion", async () => {
    const undone = new Error("undone");
    const { rows: picked } = await company.pool.query<{ id: number; name: string }>(
      `select id, name from accounts a where not exists (select from outcomes o where o.account_id = a.id) order by id limit 4`,
    );
    const work = withTransaction(company.pool, async ({ tx, client }) => {
      const ctx = { ...company.ctx, db: tx };
      const before = await getLossEvidence(ctx, 2);
      const recorded = (id: number) =>
        client.query(
          `insert into outcomes (account_id, external_id, kind, decided_on, effective_on) values ($1, 'just now', 'churned', $2, $2)`,
          [id, TODAY],
        );
      const [first, ...others] = picked as [{ id: number; name: string }, ...{ id: number; name: string }[]];
      await recorded(first.id);
      const found = await getLossEvidence(ctx, 2);
      expect(found?.missing).toEqual([{ name: first.name, kind: "churned", decidedOn: TODAY, horizons: [] }]);
      expect(found?.stories[0]).toMatchObject({ name: first.name, decidedOn: TODAY });
      expect(found).toMatchObject({ pattern: before?.pattern, weights: before?.weights, waiting: before?.waiting });
      for (const { id } of others) await recorded(id);
      // Four of the last twenty would be too many to leave out.
      expect(await getLossEvidence(ctx, 2)).toMatchObject({
        ...{ waiting: [30, 60, 90, 180], missing: [], pattern: { rows: [] } },
      });
      await replayCutOf(client, others.slice(1), 90);
      const then = await getLossEvidence(ctx, 2);
      expect(then?.missing.map(({ name }) => name).sort()).toEqual([first.name, others[0]?.name].sort());
      throw undone;
    });
    await expect(work).rejects.toBe(undone);
  });

  test("every horizon stands in one table, each as its own page says it; what is not computed yet is counted", async () => {
    const { horizon, ...rules } = EVERYTHING;
    const rows = await listHorizons(company.ctx, { ...rules, version: 2, before: "decided" });
    expect(rows.map((row) => row.horizon)).toEqual([30, 60, 90, 180]);
    for (const row of rows) {
      const { report, effective } = await getValidationSummary(company.ctx, { ...rules, horizon: row.horizon });
      expect(row).toEqual({ ...row, sides: report.sides, beside: effective.health, waiting: report.waiting.length });
    }
    expect(rows.find((row) => row.horizon === horizon)).toMatchObject({ waiting: 0 });
    expect(rows[0]?.waiting).toBeGreaterThan(100);
    const [early] = await listHorizons(company.ctx, { ...rules, version: 2, before: "effective" });
    const { report, known } = await getValidationSummary(company.ctx, { ...rules, horizon: 30, before: "effective" });
    expect(early).toMatchObject({ sides: report.sides, beside: known.health, waiting: 0 });
  });

  test("asks nothing twice", async () => {
    expect(await replayDecisions(company.ctx, { horizons: [90] })).toBe(0);
  });
});

async function replayCutOf(client: PoolClient, accounts: readonly { id: number }[], horizon: number) {
  const model = await loadRunModel(client, TODAY, 2);
  const accountIds = accounts.map(({ id }) => id);
  await replayCut(client, model, { day: addDays(TODAY, -horizon), accountIds, isKnown: true });
}

/** Changes what is known of days after a cut: each of these a different way. */
const AFTER: Record<string, (client: PoolClient, accountId: number, cut: string) => Promise<unknown>> = {
  "usage deleted": (client, id, cut) =>
    client.query("delete from usage_days where account_id = $1 and day > $2", [id, cut]),
  "usage shuffled": (client, id, cut) =>
    client.query(
      `update usage_days u set active_users = s.active_users, active_users_28d = s.active_users_28d
       from (select day, lead(day, 7) over (order by day) as other, active_users, active_users_28d from usage_days
         where account_id = $1 and day > $2) s where u.account_id = $1 and u.day = s.other`,
      [id, cut],
    ),
  "tickets added": (client, id, cut) =>
    client.query(
      `insert into tickets (account_id, external_id, opened_at, severity, escalated)
       select $1, 'late-' || i, $2::date + 1 + i * interval '3 days' + interval '12 hours', 'critical', true from generate_series(1, 12) i`,
      [id, cut],
    ),
  "meetings deleted": (client, id, cut) =>
    client.query("delete from touchpoints where account_id = $1 and at > $2::date + 2", [id, cut]),
  "answers changed": (client, id, cut) =>
    client.query(
      "update scorecards set champion = 'missing', executive = 'none', outcome = 'none' where account_id = $1 and submitted_on > $2",
      [id, cut],
    ),
  "invoices unpaid": (client, id, cut) =>
    client.query(
      "update invoices set paid_on = null, due_on = greatest(due_on, $2::date + 1) where account_id = $1 and issued_on > $2",
      [id, cut],
    ),
};

/** Changes that need not show 60 days later: a card may be answered and an invoice fall due after that. */
const ALIKE = new Set(["answers changed", "invoices unpaid"]);

describe("nothing from after the cut enters", () => {
  test.each(Object.entries(AFTER))(
    "%s about later days: the cut stays as it was",
    async (name, change) => {
      const random = randomOf(7, name.length);
      const { rows: decided } = await company.pool.query<{ id: number; cut: string; later: string }>(
        `select account_id as id, (decided_on - 90)::text as cut, (decided_on - 30)::text as later from outcomes order by account_id`,
      );
      const chosen = random.shuffle(decided).slice(0, 8);
      const undone = new Error("undone");
      const work = withTransaction(
        company.pool,
        async ({ client }) => {
          const model = await loadRunModel(client, TODAY, 2);
          const found = async (days: "cut" | "later") => {
            const rows = [];
            for (const { id, [days]: day } of chosen) {
              await client.query("delete from decision_replays where account_id = $1 and day = $2", [id, day]);
              await replayCut(client, model, { day, accountIds: [id], isKnown: true });
              const kept = await client.query("select * from decision_replays where account_id = $1 and day = $2", [
                id,
                day,
              ]);
              rows.push(kept.rows[0]);
            }
            return rows;
          };
          const [before, later] = [await found("cut"), await found("later")];
          for (const { id, cut } of chosen) await change(client, id, cut);
          await closeChanged(client);
          expect(await found("cut")).toEqual(before);
          // The change is one that later days show.
          if (!ALIKE.has(name)) expect(await found("later")).not.toEqual(later);
          throw undone;
        },
        { statementTimeoutMillis: 0 },
      );
      await expect(work).rejects.toBe(undone);
    },
    120_000,
  );

  test.each([30, 60, 90, 180])(
    "health told after the cut is not what was known %i days before a decision",
    async (horizon) => {
      const undone = new Error("undone");
      const work = withTransaction(
        company.pool,
        async ({ tx, client }) => {
          const ctx = { ...company.ctx, db: tx };
          const asked = {
            decided: { horizon, version: null },
            effective: { horizon, version: null, before: "effective" },
          } as const;
          const found = async () => ({
            decided: await listDecisionsBefore(ctx, asked.decided),
            effective: await listDecisionsBefore(ctx, asked.effective),
          });
          const knownOf = ({ decided, effective }: Awaited<ReturnType<typeof found>>) => [
            ...decided.map(({ known }) => known),
            ...effective.map(({ known }) => known),
          ];
          const before = await found();
          expect(before.decided.filter(({ known }) => known).length).toBeGreaterThan(100);
          for (const { known, decidedOn } of before.decided)
            if (known) expect(known.day <= addDays(decidedOn, -horizon)).toBe(true);
          for (const { known, effectiveOn } of before.effective)
            if (known) expect(known.day <= addDays(effectiveOn, -horizon)).toBe(true);
          await client.query(
            `update health_day h set health = 0, score = 0, qualitative = 0, health_tone = 1, score_tone = 1, people_tone = 1
           where h.day > (select max(greatest(o.decided_on, o.effective_on)) - $1::int from outcomes o where o.account_id = h.account_id)`,
            [horizon],
          );
          expect(knownOf(await found())).toEqual(knownOf(before));
          throw undone;
        },
        { statementTimeoutMillis: 0 },
      );
      await expect(work).rejects.toBe(undone);
    },
  );
});
