import type { Pool } from "pg";
import { beforeAll, expect, test } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { listCardCompletion } from "@/db/queries/list-card-completion";
import { computeRun } from "@/lib/commands/compute-run";
import { contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

const MONTH = "2026-07";
let pool: Pool;
let amId: number;
let accounts: number[];

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 40, days: 150 });
  await computeRun(await systemContext("test", databaseOn(pool)));
  const { rows } = await pool.query<{ am: number; accounts: number[] }>(
    "select am_id as am, array_agg(account_id order by account_id) as accounts from triage where am_id is not null group by 1 order by count(*) desc",
  );
  if (!rows[0]) throw new Error("nobody owns an account");
  amId = rows[0].am;
  accounts = rows[0].accounts;
  await pool.query("delete from divergences");
  await pool.query("delete from scorecards");
}, 240_000);

interface Filed {
  account: number | undefined;
  period: string;
  version?: number;
  outcome: "defensible" | "missing";
  at: string;
  recordedAs?: "owner" | "challenge";
}

const file = ({ account, period, version = 1, outcome, at, recordedAs = "owner" }: Filed) =>
  pool.query(
    `insert into scorecards (account_id, period, version, champion, executive, outcome, author_id, recorded_as, submitted_on, recorded_at)
     values ($1, $2, $3, 'active', 'lapsed', $4, $5, $6, $7::date, $8)`,
    [account, period, version, outcome, amId, recordedAs, at.slice(0, 10), at],
  );

async function burstOf() {
  const actor = { kind: "person", personId: 1, name: "Admin", email: "", roles: ["admin" as const] } as const;
  const rows = await listCardCompletion(await contextOf(actor, databaseOn(pool)), MONTH, "2026-07-31");
  const row = rows.find(({ personId }) => personId === amId);
  return [row?.burst, row?.burstAsBefore];
}

test("cards filed at once are told with how many say what the account's card before said", async () => {
  const [same, changed, first, late, corrected] = accounts;
  expect(corrected).toBeDefined();
  for (const account of [same, changed, late]) {
    await file({ account, period: "2026-05", outcome: "defensible", at: "2026-05-30T09:00:00Z" });
  }
  expect(await burstOf()).toEqual([0, 0]);
  await file({ account: same, period: MONTH, outcome: "defensible", at: "2026-07-30T09:00:00Z" });
  await file({ account: changed, period: MONTH, outcome: "missing", at: "2026-07-30T09:00:00Z" });
  await file({ account: first, period: MONTH, outcome: "defensible", at: "2026-07-30T09:00:30Z" });
  await file({ account: late, period: MONTH, outcome: "defensible", at: "2026-07-30T09:00:31Z" });
  expect(await burstOf()).toEqual([3, 1]);
});

test("the card before is the latest that counted when the card was filed, and no challenge", async () => {
  const [same, , , , corrected] = accounts;
  await file({
    ...{ account: same, period: "2026-06", outcome: "missing", at: "2026-06-30T09:00:00Z" },
    recordedAs: "challenge",
  });
  await file({ account: corrected, period: "2026-06", outcome: "defensible", at: "2026-06-30T09:00:00Z" });
  await file({ account: corrected, period: "2026-06", version: 2, outcome: "missing", at: "2026-07-31T09:00:00Z" });
  await file({ account: corrected, period: MONTH, outcome: "defensible", at: "2026-07-30T09:00:20Z" });
  expect(await burstOf()).toEqual([4, 2]);
});
