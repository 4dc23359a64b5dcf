import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { databaseOn } from "@/db/client";
import { listChildren } from "@/db/queries/list-children";
import { familyRollUp } from "@/lib/core/portfolio/family";
import { type Ctx, contextOf } from "@/lib/server/context";
import { noticeBook, people } from "@/tests/notify/notice-book";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
const as = (name: string, role: "manager" | "csm"): Promise<Ctx> =>
  contextOf(
    { kind: "person", personId: people[name] ?? 0, name, email: name, roles: [role] },
    databaseOn(pool),
    new Date("2026-11-30T09:00:00Z"),
  );

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await noticeBook(pool, 6);
  await pool.query("update accounts set parent_id = 1 where id in (2, 3, 4, 5)");
  const standing = [
    [2, 90, 3, 100_000],
    [3, 30, 1, 300_000],
    [4, 60, 0, 50_000],
  ];
  for (const row of standing)
    await pool.query("update triage set health = $2, tone = $3, arr_cents = $4 where account_id = $1", row);
  await pool.query("delete from triage where account_id = 5");
});

describe("the children of an account", () => {
  it("come worst first, those without enough data and those out of the book last and without health", async () => {
    const rows = await listChildren(await as("boss", "manager"), 1);
    expect(rows.map(({ accountId, health }) => [accountId, health])).toEqual([
      [3, 30],
      [2, 90],
      [4, null],
      [5, null],
    ]);
  });

  it("roll up to the average, the mean weighted by ARR and the worst child; the others are counted and named", async () => {
    expect(familyRollUp(await listChildren(await as("boss", "manager"), 1))).toEqual({
      ...{ counted: 2, of: 4, average: 60, weighted: 45, worst: "Account 3", arrCents: 450_000 },
      insufficient: ["Account 4", "Account 5"],
    });
  });

  it("of somebody else's book are not told where people see their own book alone", async () => {
    await pool.query("update settings set visibility = 'own'");
    expect(await listChildren(await as("other", "csm"), 1)).toEqual([]);
    await pool.query("update settings set visibility = 'all'");
  });

  it("are none where an account has none", async () => {
    expect(await listChildren(await as("boss", "manager"), 6)).toEqual([]);
  });
});
