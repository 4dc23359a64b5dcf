import type { Pool } from "pg";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databaseOn } from "@/db/client";
import { fanOutNotices } from "@/lib/commands/fan-out-notices";
import { RequestScorecards, requestScorecards } from "@/lib/commands/request-scorecards";
import { type Ctx, contextOf } from "@/lib/server/context";
import { contextAt, noticeBook, people } from "@/tests/notify/notice-book";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
const NOW = "2026-11-30T09:00:00Z";

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await noticeBook(pool, 3);
});
beforeEach(async () => {
  await pool.query("truncate notifications, outbox, divergences cascade");
});

function csm(): Promise<Ctx> {
  const actor = {
    kind: "person",
    personId: people.csm ?? 0,
    name: "Priya",
    email: "p@x.test",
    roles: ["csm"],
  } as const;
  return contextOf(actor, databaseOn(pool), new Date(NOW));
}
const ask = async (given: object) => requestScorecards(await csm(), RequestScorecards.parse(given));
const told = async () => {
  await fanOutNotices(contextAt(pool, NOW));
  const { rows } = await pool.query(
    "select p.name, account_id, text from notifications join people p on p.id = person_id order by account_id",
  );
  return rows.map(({ name, account_id, text }) => `${name} ${account_id}: ${text}`);
};

describe("asking for scorecards", () => {
  it("tells the account manager of each account once a month, nobody else", async () => {
    expect(await ask({ accountIds: [1, 2] })).toEqual({ asked: 2, before: 0, nobody: 0 });
    expect(await ask({ accountIds: [1, 2, 3] })).toEqual({ asked: 1, before: 2, nobody: 0 });
    expect(await told()).toEqual([1, 2, 3].map((id) => `am ${id}: Priya asks for the scorecard of 2026-11`));
  });

  it("is in the audit log, an entry for each that was asked and none for those asked before", async () => {
    await ask({ accountIds: [1, 1, 2] });
    await ask({ accountIds: [1, 2] });
    const { rows } = await pool.query("select count(*)::int as n from audit where entry = 'scorecard.requested'");
    expect(rows[0].n).toBeGreaterThanOrEqual(2);
    const { rows: owed } = await pool.query("select count(*)::int as n from outbox");
    expect(owed[0].n).toBe(2);
  });

  it("about a divergence is owed once a divergence, and not where there is none", async () => {
    await pool.query(
      `insert into divergences (account_id, sign, gap, tones, severe, owner_role, opened_on, due_on)
       values (1, 'hidden_risk', 40, 2, false, 'am', '2026-11-20', '2026-12-04')`,
    );
    expect(await ask({ accountIds: [1, 2], about: "divergence" })).toEqual({ asked: 1, before: 0, nobody: 1 });
    expect(await ask({ accountIds: [1], about: "divergence" })).toEqual({ asked: 0, before: 1, nobody: 0 });
    expect(await told()).toEqual(["am 1: Priya asks what you know: score and scorecard disagree"]);
  });

  it("about a divergence that is settled asks nobody", async () => {
    await pool.query(
      `insert into divergences (account_id, sign, gap, tones, severe, owner_role, opened_on, due_on, settled_on)
       values (1, 'hidden_risk', 40, 2, false, 'am', '2026-11-20', '2026-12-04', '2026-11-25')`,
    );
    expect(await ask({ accountIds: [1], about: "divergence" })).toEqual({ asked: 0, before: 0, nobody: 1 });
  });

  it("for an account outside one's book is refused as not found, and asks for none of the others", async () => {
    await pool.query(
      "insert into accounts (id, external_id, slug, name) values (9, 'x-9', 'nine', 'Nine') on conflict do nothing",
    );
    await expect(ask({ accountIds: [1, 9] })).rejects.toThrow();
    expect(await told()).toEqual([]);
  });
});
