import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetRequests } from "@/lib/commands/forget-requests";
import { systemContext } from "@/lib/server/context";
import { apiWorld, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await apiWorld();
}, 240_000);
afterEach(() => {
  delete process.env.API_REQUESTS_PER_MINUTE;
});

const batch = (id: string) => ({ rows: [{ account_id: "a-1", id, at: "2026-11-01", kind: "call" }] });
const twenty = <Result>(ask: (i: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: 20 }, (_, i) => ask(i)));
const count = async (sql: string) => Number((await world.pool.query(sql)).rows[0].n);

describe("an Idempotency-Key", () => {
  it("makes twenty requests at once one effect", async () => {
    const key = await world.key("write");
    const answers = await twenty(() =>
      world.ask(key, "POST", "/touchpoints:batch", batch("once"), { "idempotency-key": "k-1" }),
    );
    const done = answers.filter(({ status }) => status === 200);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(done.length).toBeGreaterThan(0);
    for (const { json } of done) expect(json).toMatchObject({ accepted: 1, unchanged: 0 });
    expect(await count("select count(*) as n from audit where entry = 'rows.written'")).toBe(1);
    const late = await world.ask(key, "POST", "/touchpoints:batch", batch("once"), { "idempotency-key": "k-1" });
    expect([late.status, late.json.accepted, late.headers.get("idempotent-replayed")]).toEqual([200, 1, "true"]);
  });

  it("is refused for another body or address, belongs to one API key, and keeps a refusal too", async () => {
    const [key, other] = [await world.key("write"), await world.key("write")];
    const named = { "idempotency-key": "k-2" };
    expect((await world.ask(key, "POST", "/touchpoints:batch", batch("a"), named)).json.accepted).toBe(1);
    expect((await world.ask(key, "POST", "/touchpoints:batch", batch("b"), named)).status).toBe(422);
    expect((await world.ask(key, "POST", "/surveys:batch", batch("a"), named)).status).toBe(422);
    expect((await world.ask(other, "POST", "/touchpoints:batch", batch("a"), named)).json.unchanged).toBe(1);
    const bad = { "idempotency-key": "k-3" };
    for (const replayed of [null, "true"]) {
      const answer = await world.ask(key, "POST", "/touchpoints:batch", { rows: [] }, bad);
      expect([answer.status, answer.headers.get("idempotent-replayed")]).toEqual([422, replayed]);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    }
    expect((await world.ask(key, "POST", "/touchpoints:batch", batch("a"), { "idempotency-key": "a b" })).status).toBe(
      422,
    );
  });

  it("answers 409 while the first is at work, and begins anew where that one was lost or a day has passed", async () => {
    const key = await world.key("write");
    const ask = () => world.ask(key, "POST", "/touchpoints:batch", batch("c"), { "idempotency-key": "k-4" });
    await ask();
    const its = "where idempotency_key = 'k-4'";
    await world.pool.query(`update idempotency_keys set status = null, answer = null ${its}`);
    expect((await ask()).status).toBe(409);
    await world.pool.query(`update idempotency_keys set created_at = now() - interval '16 minutes' ${its}`);
    expect((await ask()).json).toMatchObject({ accepted: 0, unchanged: 1 });
    await world.pool.query(`update idempotency_keys set created_at = now() - interval '25 hours' ${its}`);
    expect((await ask()).headers.get("idempotent-replayed")).toBe(null);
  });

  it("keeps no answer of a failure on our side", async () => {
    const key = await world.key("write");
    const ask = () => world.ask(key, "POST", "/touchpoints:batch", batch("d"), { "idempotency-key": "k-5" });
    await world.pool.query("alter table touchpoints rename to gone");
    expect((await ask()).status).toBe(500);
    await world.pool.query("alter table gone rename to touchpoints");
    expect((await ask()).json).toMatchObject({ accepted: 1 });
  });

  it("is forgotten after two days", async () => {
    await world.pool.query("update idempotency_keys set created_at = now() - interval '49 hours'");
    expect(await forgetRequests(await systemContext("test"))).toBeGreaterThan(0);
    expect(await count("select count(*) as n from idempotency_keys")).toBe(0);
  });
});

describe("the allowance of a key", () => {
  // All of a test in one minute, however long it takes.
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date() }));
  afterEach(() => void vi.useRealTimers());

  it("is counted exactly, however many ask at once, and says what is left", async () => {
    process.env.API_REQUESTS_PER_MINUTE = "12";
    const key = await world.key("read");
    const answers = await twenty(() => world.ask(key, "GET", "/runs"));
    expect(answers.filter(({ status }) => status === 200).length).toBe(12);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBe(8);
    for (const { headers, json } of refused) {
      expect(json.type).toBe("urn:bellwether:problem:rate_limited");
      expect(headers.get("ratelimit-remaining")).toBe("0");
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
      expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(60);
    }
    const left = answers
      .filter(({ status }) => status === 200)
      .map(({ headers }) => Number(headers.get("ratelimit-remaining")));
    expect(left.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i));
    expect((await world.ask(await world.key("read"), "GET", "/runs")).status).toBe(200);
  });

  it("is used five times as fast by changes, which a refusal leaves undone", async () => {
    process.env.API_REQUESTS_PER_MINUTE = "12";
    const key = await world.key("write");
    const first = await world.ask(key, "POST", "/touchpoints:batch", batch("e1"));
    expect([first.headers.get("ratelimit-limit"), first.headers.get("ratelimit-remaining")]).toEqual(["12", "7"]);
    await world.ask(key, "POST", "/touchpoints:batch", batch("e2"));
    expect((await world.ask(key, "POST", "/touchpoints:batch", batch("e3"))).status).toBe(429);
    expect(await count("select count(*) as n from touchpoints where external_id like 'e_'")).toBe(2);
    expect((await world.ask(key, "GET", "/runs")).status).toBe(200);
  });
});
