import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { ClientBase } from "pg";

const LOCK = 7_204_413;
const TRIES = 60;
/** Postgres' codes for a lock that was not to be had in time, and for a circle of waits. */
const WAITED_IN_VAIN = ["55P03", "40P01"];

/** Until the transaction ends, nobody else publishes a run or a revision, or begins a run. */
export async function lockPublishing(client: ClientBase): Promise<void> {
  await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
}

/** The same, with triage held against readers too, for a swap. A command that has read triage may wait for the first lock
 * while it stands in the way of the second: then both are given back, so that it goes on, and are asked for again. */
export async function lockSwap(client: ClientBase): Promise<void> {
  for (let tries = 1; ; tries++) {
    await client.query("savepoint before_swap");
    try {
      await lockPublishing(client);
      await client.query("set local lock_timeout = '300ms'; lock table triage in access exclusive mode");
      await client.query("set local lock_timeout = '10s'");
      return;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (!WAITED_IN_VAIN.includes(code) || tries === TRIES) throw error;
      await client.query("rollback to savepoint before_swap");
      await sleep(50);
    }
  }
}
