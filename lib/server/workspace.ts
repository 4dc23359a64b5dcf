import "server-only";
import type { ClientBase } from "pg";

/** The installation's currency and time zone. */
export async function workspaceOf(client: ClientBase): Promise<{ currency: string; timeZone: string }> {
  const { rows } = await client.query<{ currency: string; timeZone: string }>(
    `select currency, time_zone as "timeZone" from settings where id = 1`,
  );
  return rows[0] ?? { currency: "USD", timeZone: "UTC" };
}
