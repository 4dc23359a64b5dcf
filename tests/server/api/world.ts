import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import { adoptDefaultModel } from "@/lib/commands/adopt-default-model";
import { computeRun } from "@/lib/commands/compute-run";
import { createApiKey } from "@/lib/commands/create-api-key";
import { replayHistory } from "@/lib/commands/replay-history";
import type { Scope } from "@/lib/core/access";
import { systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

export const TODAY = "2026-11-30";

type Handler = (request: Request) => Promise<Response>;
const ROOT = "app/api/v1";

/** The route files of the API as Next finds them; the Segment-compatible intake follows Segment's own shape. */
export const ROUTE_FILES = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith("route.ts") && !name.startsWith("segment"))
  .sort((a, b) => a.split("[").length - b.split("[").length);

/** Sends a request to the route file that its address belongs to. */
export async function send(method: string, address: string, init: RequestInit = {}): Promise<Response> {
  const url = new URL(`http://localhost/api/v1${address}`);
  const file = ROUTE_FILES.find((name) => patternOf(name).test(url.pathname));
  if (!file) throw new Error(`no route for ${address}`);
  const routes = (await import(/* @vite-ignore */ join(process.cwd(), ROOT, file))) as Record<string, Handler>;
  const handler = routes[method];
  if (!handler) throw new Error(`${file} has no ${method}`);
  return handler(new Request(url, { ...init, method }));
}

function patternOf(file: string): RegExp {
  const steps = file.replace(/\/?route\.ts$/, "").replace(/\./g, "\\.");
  return new RegExp(`^/api/v1/${steps.replace(/\[\w+\]/g, "[^/]+")}$`);
}

export interface World {
  pool: Pool;
  /** A new key with a scope. */
  key: (scope: Scope) => Promise<string>;
  /** What an operation answers to a key: its status, its JSON and its headers. */
  ask: (
    key: string,
    method: string,
    address: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
}
// JSON whose shape each test knows.
export type Answer = { status: number; json: ReturnType<typeof JSON.parse>; headers: Headers };

/** A company of three accounts with scores, cards, a divergence and an outcome. */
export async function apiWorld(): Promise<World> {
  const { pool } = await testDatabase();
  await pool.query("update settings set today_fixed = $1", [TODAY]);
  await pool.query(
    "insert into people (email, name, status) values ('ann@x.test', 'Ann', 'active'), ('bob@x.test', 'Bob', 'active')",
  );
  await account(pool, { key: "a-1", name: "Acme", segment: "SMB", region: "EU", arr: 1_200_000, users: 9 });
  await account(pool, {
    key: "a/2 ü",
    name: "Brick & Co",
    segment: "Enterprise",
    region: "US",
    arr: 9_000_000,
    users: 2,
  });
  await account(pool, { key: "a-3", name: "Chisel", segment: "SMB", region: "US", arr: 300_000, users: 5 });
  await pool.query(
    "insert into feeds (feed, first_day, last_day) select unnest(array['contracts','usage_days','contacts']), '2026-01-01', $1::date",
    [TODAY],
  );
  const ctx = await systemContext("test");
  await adoptDefaultModel(ctx);
  await replayHistory(ctx, { from: "2026-10-01", to: TODAY });
  await computeRun(ctx, {});
  await pool.query(
    `insert into divergences (account_id, sign, gap, tones, severe, opened_on, due_on, owner_role)
     select id, 'hidden_risk', 40.25, 2, external_id = 'a-1', '2026-11-01', '2026-11-15', 'manager' from accounts`,
  );
  await pool.query(
    `insert into outcomes (account_id, external_id, kind, decided_on, effective_on, arr_before_cents, currency)
     select id, 'o', 'renewed', '2026-10-01'::date + id, '2026-12-01', 100, 'USD' from accounts`,
  );
  await pool.query(
    "insert into imports (table_name, file_name, file_hash, imported_by, rejected, applied_at) values ('tickets', 't.csv', 'x', 'person:1', 1, now())",
  );
  await pool.query("insert into import_faults (import_id, line, field, reason) values (1, 7, 'severity', 'is empty')");
  const key = async (scope: Scope) =>
    (await createApiKey(ctx, { name: scope, scopes: [scope], expiresInDays: undefined })).key;
  return {
    pool,
    key,
    ask: async (bearer, method, address, body, headers = {}) => {
      const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
      const response = await send(method, address, {
        ...sent,
        headers: { authorization: `Bearer ${bearer}`, ...headers },
      });
      return { status: response.status, json: await response.json(), headers: response.headers };
    },
  };
}

interface Given {
  key: string;
  name: string;
  segment: string;
  region: string;
  arr: number;
  users: number;
}

async function account(pool: Pool, { key, name, segment, region, arr, users }: Given): Promise<void> {
  const { rows } = await pool.query(
    "insert into accounts (external_id, slug, name, region, customer_since) values ($1, $2, $3, $4, '2025-01-01') returning id",
    [key, name.toLowerCase().replace(/\W+/g, "-"), name, region],
  );
  const id = rows[0].id as number;
  await pool.query("insert into account_owners select $1, '2025-01-01', id, null from people where name = 'Ann'", [id]);
  await pool.query("insert into account_attributes values ($1, '2025-01-01', $2, null, '{\"plan\":\"gold\"}')", [
    id,
    segment,
  ]);
  await pool.query(
    "insert into contracts (account_id, external_id, starts_on, ends_on, arr_cents, currency, seats) values ($1, 'c', '2026-01-01', '2026-12-31', $2, 'USD', 10)",
    [id, arr],
  );
  await pool.query(
    "insert into usage_days (account_id, day, active_users) select $1, d::date, $3 from generate_series('2026-01-01'::date, $2, '1 day') d",
    [id, TODAY, users],
  );
  await pool.query(
    "insert into scorecards (account_id, period, version, champion, executive, outcome, champion_note, recorded_as, submitted_on) values ($1, '2026-10', 1, 'missing', 'none', 'missing', 'said so', 'owner', '2026-10-28')",
    [id],
  );
}
