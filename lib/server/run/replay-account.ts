import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import { type AccountHealth, healthOfMany } from "./health-of-many";

/** An account's health on a date, as healthOfMany finds it. Null where the account was not in the book. */
export async function replayAccount(
  client: ClientBase,
  accountId: number,
  asOf: Day,
  version?: number,
): Promise<AccountHealth | null> {
  return (await healthOfMany(client, [accountId], asOf, version)).get(accountId) ?? null;
}
