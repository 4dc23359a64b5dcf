import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { Analytics } from "@segment/analytics-node";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/v1/[call]/route";
import { createApiKey } from "@/lib/commands/create-api-key";
import { systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
let server: Server;
let host: string;
let writeKey: string;
let readKey: string;
const answers: { path: string; status: number }[] = [];

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await pool.query("update settings set time_zone = 'America/New_York'");
  const ctx = await systemContext("test");
  ({ key: writeKey } = await createApiKey(ctx, { name: "app", scopes: ["write"], expiresInDays: undefined }));
  ({ key: readKey } = await createApiKey(ctx, { name: "reader", scopes: ["read"], expiresInDays: undefined }));
  server = createServer(async (incoming, outgoing) => {
    const path = incoming.url ?? "/";
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]);
    const request = new Request(`${host}${path}`, { method: "POST", headers, body: Buffer.concat(chunks) });
    const answer = await POST(request, { params: Promise.resolve({ call: path.split("/").at(-1) ?? "" }) });
    answers.push({ path, status: answer.status });
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool.query(sql, values)).rows as Row[];
}

const usage = (account: string) =>
  rows<Record<string, unknown>>(
    `select u.day, active_users, events, features_used, active_users_28d from usage_days u join accounts a on a.id = account_id
     where external_id = $1 order by day`,
    [account],
  );

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${host}${path}`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString("base64")}`, ...headers },
    body: body instanceof Blob ? body : JSON.stringify(body),
  });

describe("Segment's own client, with its host changed", () => {
  it("brings accounts, contacts and days of usage", async () => {
    const analytics = new Analytics({ writeKey, host, flushAt: 20 });
    const failed: unknown[] = [];
    analytics.on("error", (error) => failed.push(error));
    const timestamp = new Date(Date.now() - 2 * 86_400_000);
    timestamp.setUTCHours(15, 0, 0, 0);
    analytics.group({ userId: "u1", groupId: "Acme-1", traits: { name: "Acme", plan: "gold", employees: 40 } });
    analytics.identify({ userId: "u1", traits: { name: "Ann Lee", role: "Champion", title: "VP Ops" } });
    analytics.track({ userId: "u1", event: "Report Opened", timestamp });
    analytics.track({ userId: "u1", event: "Report Opened", timestamp });
    analytics.track({ userId: "u2", event: "Export Made", timestamp, context: { groupId: "acme-1" } });
    analytics.track({ anonymousId: "x9", event: "Report Opened", timestamp, context: { groupId: "ACME-1" } });
    analytics.page({ userId: "u1", name: "Home" });
    analytics.screen({ userId: "u1", name: "Home" });
    analytics.alias({ userId: "u1", previousId: "x9" });
    await analytics.closeAndFlush();
    expect(failed).toEqual([]);
    expect(answers).toContainEqual({ path: "/v1/batch", status: 200 });
    expect(await rows("select external_id, name, source from accounts")).toEqual([
      { external_id: "Acme-1", name: "Acme", source: "segment" },
    ]);
    expect(await rows("select attributes from account_attributes")).toEqual([
      { attributes: { plan: "gold", employees: "40" } },
    ]);
    expect(await rows("select external_id, name, role, title from contacts")).toEqual([
      { external_id: "u1", name: "Ann Lee", role: "champion", title: "VP Ops" },
    ]);
    expect(await usage("Acme-1")).toEqual([
      {
        day: timestamp.toISOString().slice(0, 10),
        active_users: 3,
        events: 4,
        features_used: 2,
        active_users_28d: 3,
      },
    ]);
    expect(await rows("select feature, users from feature_usage order by 1")).toEqual([
      { feature: "Export Made", users: 1 },
      { feature: "Report Opened", users: 2 },
    ]);
    const log = await rows<{ table_name: string }>("select distinct table_name from source_runs order by table_name");
    expect(log.map((row) => row.table_name)).toEqual(["accounts", "contacts", "feature_usage", "usage_days"]);
  });
});

describe("over the wire", () => {
  it("takes gzip, the key in the body, and the address under the API", async () => {
    const body = { batch: [{ type: "page", userId: "u1", messageId: "g1" }], writeKey };
    const packed = new Blob([gzipSync(JSON.stringify(body))]);
    const answer = await post("/v1/batch", packed, { "content-encoding": "gzip", authorization: "" });
    expect([answer.status, await answer.json()]).toEqual([200, { success: true }]);
    const { POST: under } = await import("@/app/api/v1/segment/[call]/route");
    expect(under).toBe(POST);
  });

  it("refuses a wrong key, a key that may only read, an unknown call and a batch over 500 kB", async () => {
    const as = (key: string) => ({ authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` });
    const page = { userId: "u1", messageId: "p1" };
    expect((await post("/v1/page", page, as("wrong"))).status).toBe(401);
    expect((await post("/v1/page", page, as(readKey))).status).toBe(403);
    expect((await post("/v1/nothing", page)).status).toBe(404);
    expect((await post("/v1/batch", { batch: [{ type: "page", text: "x".repeat(520_000) }] })).status).toBe(400);
    expect((await post("/v1/batch", new Blob(["{"]))).status).toBe(400);
  });

  it("is refused while the source is switched off", async () => {
    await pool.query("update sources set enabled = false where kind = 'segment'");
    expect((await post("/v1/page", { userId: "u1" })).status).toBe(403);
    await pool.query("update sources set enabled = true where kind = 'segment'");
  });

  it("loses no user when batches about one account and day come at once", async () => {
    const timestamp = new Date();
    const calls = Array.from({ length: 8 }, (_, n) =>
      post("/v1/track", { userId: `p${n}`, event: "Ping", timestamp, context: { groupId: "Acme-1" } }),
    );
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(Array(8).fill(200));
    const last = (await usage("Acme-1")).at(-1);
    expect(last).toMatchObject({ active_users: 8 });
  });
});
