import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { computeRun } from "@/lib/commands/compute-run";
import { type DraftResult, saveScorecardDrafts } from "@/lib/commands/save-scorecard-drafts";
import { submitScorecards } from "@/lib/commands/submit-scorecards";
import type { Role } from "@/lib/core/access";
import { CHAMPION } from "@/lib/core/scorecard/answers";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 300_000 });
const period = "2026-11";
const INTERLEAVINGS = 1_000;
const SUBMITS = 40;
let pool: Pool;
let writers: Ctx[];
let accounts: number[];

/** Figures that look random and are the same each time. */
let seed = 20261122;
const pick = (n: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * n);
};

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 40, days: 150 });
  await computeRun(await systemContext("test", databaseOn(pool)));
  const { rows } = await pool.query<{ id: number; am: number; manager: number }>(
    `select t.account_id as id, t.am_id as am, p.manager_id as manager from triage t join people p on p.id = t.am_id
     where p.manager_id is not null order by p.id, t.account_id`,
  );
  const [first] = rows;
  const contextFor = (personId: number, role: Role) =>
    contextOf({ kind: "person", personId, name: `${role} ${personId}`, email: "", roles: [role] }, databaseOn(pool));
  const [am, manager] = [first?.am ?? 0, first?.manager ?? 0];
  writers = [await contextFor(am, "am"), await contextFor(manager, "manager"), await contextFor(1, "admin")];
  accounts = rows
    .filter((row) => row.am === am)
    .map(({ id }) => id)
    .slice(0, 4);
  await pool.query("delete from scorecard_drafts");
}, 240_000);

test("1,000 random interleavings of edits by three people lose no update", async () => {
  /** Each version of each draft that was accepted: what it said, and the version that its writer had seen. */
  const accepted = new Map<number, Map<number, { note: string; base: number }>>(accounts.map((id) => [id, new Map()]));
  /** The version that each person last saw of each draft. */
  const seen = writers.map(() => new Map(accounts.map((id) => [id, 0])));
  let refused = 0;
  for (let round = 0; round < INTERLEAVINGS; round++) {
    const accountId = accounts[pick(accounts.length)] as number;
    const order = writers.map((_, i) => i).filter(() => pick(3) > 0);
    await Promise.all(
      order.map(async (who) => {
        const base = seen[who]?.get(accountId) ?? 0;
        const note = `${round}.${who}`;
        const draft = {
          ...{ accountId, version: base, answers: { champion: CHAMPION[pick(3)] } },
          notes: { champion: note, executive: null, outcome: null },
        };
        const [result] = (await saveScorecardDrafts(writers[who] as Ctx, { period, drafts: [draft] })) as [DraftResult];
        if (result.saved) {
          expect(accepted.get(accountId)?.has(result.version), `version ${result.version} is one person's`).toBe(false);
          accepted.get(accountId)?.set(result.version, { note, base });
          seen[who]?.set(accountId, result.version);
        } else {
          refused++;
          expect(result.theirs?.version, "the refused see what stands").toBeGreaterThan(base);
          seen[who]?.set(accountId, result.theirs?.version ?? 0);
        }
      }),
    );
  }
  expect(refused).toBeGreaterThan(100);
  for (const accountId of accounts) {
    const versions = [...(accepted.get(accountId) ?? new Map())].sort(([a], [b]) => a - b);
    expect(versions.map(([version]) => version)).toEqual(versions.map((_, i) => i + 1));
    for (const [version, { base }] of versions)
      expect(base, "nobody overwrote what they had not seen").toBe(version - 1);
    const { rows } = await pool.query(
      "select version, champion_note as note from scorecard_drafts where account_id = $1",
      [accountId],
    );
    expect(rows).toEqual([{ version: versions.length, note: versions.at(-1)?.[1].note }]);
  }
});

test("of people who confirm one card at the same time one is taken and the others are told, every time", async () => {
  const accountId = accounts[0] as number;
  const versionOf = async () => {
    const { rows } = await pool.query<{ version: number }>(
      "select coalesce(max(version), 0)::int as version from scorecards where account_id = $1 and period = $2",
      [accountId, period],
    );
    return rows[0]?.version ?? 0;
  };
  for (let round = 0; round < SUBMITS; round++) {
    const version = await versionOf();
    const champion = CHAMPION[round % 3] ?? "active";
    const why = `Seen in round ${round}`;
    const card = {
      ...{ accountId, version, answers: { champion, executive: "none", outcome: "missing" } as const },
      notes: { champion: why, executive: why, outcome: why },
    };
    const results = await Promise.all(writers.map((ctx) => submitScorecards(ctx, { period, cards: [card] })));
    expect(results.filter(([result]) => result?.submitted)).toHaveLength(1);
    expect(await versionOf()).toBe(version + 1);
  }
});
