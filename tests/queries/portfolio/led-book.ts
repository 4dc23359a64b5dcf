import type { Pool } from "pg";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { computeRun } from "@/lib/commands/compute-run";
import { replayHistory } from "@/lib/commands/replay-history";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

/** A demo company of forty accounts, scored on a day of its past and today, as its manager sees it. */
export async function ledBook(start: string): Promise<{ pool: Pool; ctx: Ctx }> {
  const { pool } = await testDatabase();
  await loadDemo(pool, { accounts: 40, days: 150 });
  const system = await systemContext("test", databaseOn(pool));
  await replayHistory(system, { from: start, to: start });
  await computeRun(system);
  const { rows } = await pool.query<{ id: number }>("select id from people where email = 'manager@demo.test'");
  const personId = rows[0]?.id as number;
  const manager = { kind: "person" as const, personId, name: "Maya", email: "manager@demo.test" };
  return { pool, ctx: await contextOf({ ...manager, roles: ["manager"] }, databaseOn(pool)) };
}
