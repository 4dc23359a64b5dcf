import type { PoolClient } from "pg";
import { addDays, type Day, daysBetween } from "@/lib/core/calendar";
import { type Chance, KEYS, randomRow, writeRows } from "./random-history";

export const SIGNALS_FROM = "2025-06-01";
export const FROM = "2025-12-20";
export const TO = "2026-02-10";
export const ACCOUNTS = 5;
const ROWS: Record<string, number> = {
  usage_days: 400,
  feature_usage: 120,
  touchpoints: 120,
  contracts: 12,
  metrics: 60,
};

/** Empties the database and fills it with a random history of some accounts, in a random time zone. */
export async function seed(client: PoolClient, chance: Chance): Promise<void> {
  await client.query(`truncate accounts, account_day, metric_day, changed_accounts, rescore_queue, exchange_rates,
    ${Object.keys(KEYS).join(", ")} restart identity cascade`);
  await client.query("update settings set time_zone = $1", [
    chance.of("UTC", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata"),
  ]);
  await client.query(
    `insert into exchange_rates values ('EUR', '2025-01-01', 1.08), ('EUR', '2025-09-01', 1.17), ('JPY', '2025-01-01', 0.0067)`,
  );
  for (let i = 1; i <= ACCOUNTS; i++) {
    const since = chance.maybe(0.5, () => addDays("2025-10-01", chance.int(0, 150)));
    await client.query(
      "insert into accounts (id, external_id, slug, name, customer_since) values ($1, $2, $2, 'A', $3)",
      [i, `a${i}`, since],
    );
  }
  await write(client, chance, SIGNALS_FROM, daysBetween(SIGNALS_FROM, TO) + 20, 1);
}

/** Writes random signals, a share of a whole history. The last account hears nothing at first. */
export async function write(
  client: PoolClient,
  chance: Chance,
  first: Day,
  days: number,
  share: number,
): Promise<void> {
  for (const table of Object.keys(KEYS)) {
    const n = Math.ceil((ROWS[table] ?? 40) * share);
    const rows = Array.from({ length: n }, () =>
      randomRow(table, chance, chance.int(1, share < 1 ? ACCOUNTS : ACCOUNTS - 1), first, days),
    );
    await writeRows(client, table, rows);
  }
}
