import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Database, databaseOn } from "@/db/client";
import { createApiKey } from "@/lib/commands/create-api-key";
import { revokeKey } from "@/lib/commands/revoke-key";
import { isApiKey, newApiKey } from "@/lib/server/api-key";
import { type Ctx, systemContext } from "@/lib/server/context";
import { keyContext } from "@/lib/server/key-context";
import { route } from "@/lib/server/route";
import { testDatabase } from "@/tests/setup";

let db: Database;
let ctx: Ctx;
beforeAll(async () => {
  db = databaseOn((await testDatabase()).pool);
  ctx = await systemContext("test", db);
});

const asking = (key: string, body?: string) =>
  new Request("http://localhost/api/v1/things", {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${key}` },
    body,
  });

describe("an API key", () => {
  it("has a checksum, so that a mistyped one never reaches the database", () => {
    const key = newApiKey();
    expect(key).toMatch(/^bw_live_[0-9A-Za-z]{49}$/);
    expect(isApiKey(key)).toBe(true);
    const last = key.at(-1) === "0" ? "1" : "0";
    expect(isApiKey(`${key.slice(0, -1)}${last}`)).toBe(false);
  });

  it("is kept as a hash and eight characters, and gives its scopes until it is revoked", async () => {
    const { keyId, key } = await createApiKey(ctx, { name: "sync", scopes: ["read"], expiresInDays: undefined });
    const stored = JSON.stringify((await db.execute("select * from api_keys")).rows);
    expect(stored).toContain(key.slice(8, 16));
    expect(stored).not.toContain(key.slice(16));
    const seen = await keyContext(asking(key), db);
    expect(seen.actor).toEqual({ kind: "key", keyId, name: "sync", scopes: ["read"] });
    await revokeKey(ctx, { keyId });
    await expect(keyContext(asking(key), db)).rejects.toMatchObject({ kind: "unauthenticated" });
  });

  it("ends at its expiry", async () => {
    const { keyId, key } = await createApiKey(ctx, { name: "short", scopes: ["write"], expiresInDays: 1 });
    await keyContext(asking(key), db);
    await db.execute(`update api_keys set expires_at = now() - interval '1 second' where id = ${keyId}`);
    await expect(keyContext(asking(key), db)).rejects.toMatchObject({ kind: "unauthenticated" });
  });
});

describe("a route", () => {
  const common = {
    id: "t",
    tag: "T",
    path: "/things",
    permission: "model:read",
    summary: "",
    query: z.strictObject({}),
  } as const;
  const double = route(
    {
      ...common,
      method: "POST",
      body: z.strictObject({ value: z.number() }),
      answer: z.strictObject({ twice: z.number() }),
    },
    async (_, { body }) => ({ twice: body.value * 2 }),
  );
  const keyOf = async () => (await createApiKey(ctx, { name: "r", scopes: ["read"], expiresInDays: undefined })).key;

  it("answers JSON to a key, and a problem that names the field to a bad body", async () => {
    const key = await keyOf();
    expect(await (await double(asking(key, '{"value": 4}'))).json()).toEqual({ twice: 8 });
    const refused = await double(asking(key, '{"value": "4", "more": 1}'));
    expect([refused.status, refused.headers.get("content-type")]).toEqual([422, "application/problem+json"]);
    expect((await refused.json()).errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      "more",
      "value",
    ]);
  });

  it("refuses a body that is not JSON or too long, and a request without a key", async () => {
    const key = await keyOf();
    expect((await double(asking(key, "{"))).status).toBe(422);
    expect((await double(asking(key, `"${"x".repeat(1_000_001)}"`))).status).toBe(413);
    const refused = await double(new Request("http://localhost/api/v1/things", { method: "POST", body: "{}" }));
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  });

  it("says nothing of an error that was not meant for people but its id", async () => {
    const broken = route({ ...common, method: "GET", body: null, answer: z.never() }, async () => {
      throw new Error("relation secret_table does not exist");
    });
    const answer = await broken(asking(await keyOf()));
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret_table");
  });
});
