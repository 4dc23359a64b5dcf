import "server-only";
import type { ClientBase } from "pg";

const LOCK = 7_204_413;

/** Until the transaction ends, nobody else publishes a run or a revision, or begins a run. */
export async function lockPublishing(client: ClientBase): Promise<void> {
  await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
}
