import type { PoolClient } from "pg";
import { AppError } from "@/lib/errors";

/** What every delivery needs to know of the installation. */
export interface WorkspaceFacts {
  currency: string;
  timeZone: string;
}

/** The installation's currency and zone; refuses to mix what programs send with the demo company, unless nothing stays of it. */
export async function workspaceFacts(client: PoolClient, { isTrial = false } = {}): Promise<WorkspaceFacts> {
  const { rows } = await client.query<WorkspaceFacts & { isDemo: boolean }>(
    `select currency, time_zone as "timeZone", is_demo as "isDemo" from settings where id = 1`,
  );
  const { isDemo = false, ...facts } = rows[0] ?? { currency: "USD", timeZone: "UTC" };
  if (isDemo && !isTrial)
    throw new AppError("conflict", "This installation holds the demo company. Empty it first (npm run reset).");
  await client.query("select set_config('timezone', $1, true)", [facts.timeZone]);
  return facts;
}
