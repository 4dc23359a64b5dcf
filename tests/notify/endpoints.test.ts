import type { Pool } from "pg";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listDeliveries, listEndpoints } from "@/db/queries/notices/list-endpoints";
import { deliverEvents } from "@/lib/commands/deliver-events";
import { fanOutNotices } from "@/lib/commands/fan-out-notices";
import { resendDelivery } from "@/lib/commands/resend-delivery";
import { SaveEndpoint, saveEndpoint } from "@/lib/commands/save-endpoint";
import { testEndpoint } from "@/lib/commands/test-endpoint";
import { testDatabase } from "@/tests/setup";
import { contextAt, noticeBook, oweChange } from "./notice-book";
import { type Post, receiver } from "./receiver";

let pool: Pool;
let there: Awaited<ReturnType<typeof receiver>>;
let answer: (post: Post) => number | "never" = () => 200;
const AT = "2026-11-30T09:00:00Z";

beforeAll(async () => {
  ({ pool } = await testDatabase());
  there = await receiver((post) => answer(post));
  process.env.NEXTAUTH_SECRET ??= "a-secret-of-the-tests-with-32-characters";
  process.env.NEXTAUTH_URL = "https://cs.acme.test";
  process.env.WEBHOOKS_TO_PRIVATE = "1";
  await noticeBook(pool, 3);
});
afterAll(() => {
  there.close();
  delete process.env.WEBHOOKS_TO_PRIVATE;
});
beforeEach(async () => {
  await pool.query("truncate notifications, outbox, deliveries, endpoints restart identity");
  there.posts.length = 0;
  answer = () => 200;
});

const save = (more: object = {}) =>
  saveEndpoint(
    contextAt(pool, AT),
    SaveEndpoint.parse({ kind: "webhook", name: "Ops", url: `${there.url}/hook`, events: ["band_changed"], ...more }),
  );
const deliver = (at = AT) => deliverEvents(contextAt(pool, at));
async function owe(account = 1) {
  const id = await oweChange(pool, account);
  await fanOutNotices(contextAt(pool, AT));
  return id;
}
const log = async () =>
  (
    await pool.query(
      `select attempts, last_status as status, last_error as error, delivered_at is not null as delivered,
         given_up_at is not null as over, next_attempt_at as next from deliveries order by outbox_id, endpoint_id`,
    )
  ).rows;

describe("a signed webhook", () => {
  it("gets its event once, signed so that the library of Standard Webhooks takes it", async () => {
    const { secret } = await save();
    const id = await owe();
    expect(await deliver()).toBe(1);
    expect(await deliver()).toBe(0);
    const [post] = there.posts as [Post];
    const body = new Webhook(secret ?? "").verify(post.body, post.headers);
    expect(body).toEqual({
      type: "account.band_changed",
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      data: {
        account: { id: "x-1", name: "Northwind <Freight> & Co", url: "https://cs.acme.test/accounts/account-1" },
        ...{ asOf: "2026-11-30", from: "yellow", to: "red", tone: 1, healthBefore: 61, health: 44 },
      },
    });
    expect(post.headers["webhook-id"]).toBe(`evt_${id}`);
    const tampered = () => new Webhook(secret ?? "").verify(post.body.replace("red", "green"), post.headers);
    expect(tampered).toThrow(/signature/i);
    expect(await log()).toMatchObject([{ attempts: 1, status: 200, error: null, delivered: true }]);
  });

  it("stands in the log and in its endpoint's counts", async () => {
    const ctx = contextAt(pool, AT);
    await save();
    await oweChange(pool, 1);
    await fanOutNotices(ctx);
    await deliverEvents(ctx);
    expect(await listEndpoints(ctx)).toMatchObject([{ name: "Ops", delivered: 1, waiting: 0, givenUp: 0 }]);
    expect(await listDeliveries(ctx)).toMatchObject([
      { endpoint: "Ops", state: "delivered", attempts: 1, status: 200 },
    ]);
  });

  it("keeps its secret sealed and shows it only as it is made", async () => {
    const { id, secret } = await save();
    expect(secret).toMatch(/^whsec_/);
    expect((await save({ id, name: "Other" })).secret).toBeNull();
    const kept = await pool.query(
      "select row_to_json(endpoints)::text || (select string_agg(row_to_json(audit)::text, '') from audit) as kept from endpoints",
    );
    expect(kept.rows[0].kept).not.toContain(secret);
    expect(kept.rows[0].kept).toContain("sealed:1:");
  });

  it("gets only the events it asked for, and none while it is off", async () => {
    await save({ events: ["model_published"] });
    await save({ name: "Off", enabled: false });
    await owe();
    expect(await log()).toEqual([]);
  });

  it("is tried again ever later under the same id, and given up after three days", async () => {
    await save();
    await owe();
    answer = () => 503;
    let at = new Date(AT).getTime();
    let attempts = 0;
    for (let next: Date | null = new Date(at); next; [{ next } = { next: null }] = await log()) {
      at = new Date(next).getTime();
      expect(await deliver(new Date(at - 1000).toISOString())).toBe(0);
      attempts += await deliver(new Date(at).toISOString());
    }
    expect(attempts).toBe(10);
    expect((at - new Date(AT).getTime()) / 86_400_000).toBeCloseTo(3.15, 1);
    expect(await log()).toMatchObject([
      { attempts: 10, status: 503, error: "answered 503", delivered: false, over: true },
    ]);
    expect(new Set(there.posts.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  });

  it("that was given up is sent again by an administrator's resend", async () => {
    const { id: endpointId } = await save();
    const outboxId = await owe();
    await pool.query("update deliveries set given_up_at = now(), next_attempt_at = null, attempts = 10");
    expect(await deliver()).toBe(0);
    await resendDelivery(contextAt(pool, AT), { endpointId, outboxId });
    expect(await deliver()).toBe(1);
    expect(await log()).toMatchObject([{ attempts: 1, delivered: true, over: false }]);
  });

  it("that is gone (410) is switched off; a redirect is not followed", async () => {
    await save();
    await owe();
    answer = () => 302;
    await deliver();
    expect(await log()).toMatchObject([{ status: 302, error: "answered 302: redirects are not followed" }]);
    expect(there.posts.map(({ path }) => path)).toEqual(["/hook"]);
    answer = () => 410;
    await deliver("2026-11-30T10:00:00Z");
    expect(await log()).toMatchObject([{ status: 410, over: true }]);
    expect((await pool.query("select enabled from endpoints")).rows).toEqual([{ enabled: false }]);
  });

  it("is sent to by one of three workers at the same time", async () => {
    await save();
    await save({ name: "Second" });
    for (const account of [1, 2, 3]) await oweChange(pool, account);
    const at = contextAt(pool, AT);
    await Promise.all([fanOutNotices(at), fanOutNotices(at), fanOutNotices(at)]);
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(there.posts).toHaveLength(6);
    expect(await log()).toHaveLength(6);
  });

  it("whose sender was cut off is sent to again under the same id; Slack, which knows no ids, is not", async () => {
    await save();
    await save({ kind: "slack", name: "Slack", url: `${there.url}/slack/T0/secret` });
    await owe();
    // As a process leaves it that dies while it sends.
    await pool.query("update deliveries set attempts = 1, last_error = 'sending', next_attempt_at = $1", [AT]);
    await deliver();
    expect(there.posts.map(({ path }) => path)).toEqual(["/hook"]);
    expect(await log()).toMatchObject([
      { attempts: 2, delivered: true },
      { attempts: 2, delivered: false, over: true, error: expect.stringMatching(/may have arrived/) },
    ]);
  });

  it("can be tried, and tells what it answered", async () => {
    const { id, secret } = await save();
    expect(await testEndpoint({ ...contextAt(pool, AT), now: new Date() }, { id })).toEqual({
      status: 200,
      error: null,
    });
    const [post] = there.posts as [Post];
    expect(new Webhook(secret ?? "").verify(post.body, post.headers)).toMatchObject({ type: "test" });
  });
});

describe("a Slack webhook", () => {
  it("gets one line and a button, and a text with the same facts; its address is kept sealed", async () => {
    await save({ kind: "slack", url: `${there.url}/slack/T0/secret` });
    await owe();
    await deliver();
    const [post] = there.posts as [Post];
    expect(post.path).toBe("/slack/T0/secret");
    const url = "https://cs.acme.test/accounts/account-1";
    const line = "■ Red · Northwind &lt;Freight&gt; &amp; Co · $412k · 58 d · Yellow → Red, health 61 → 44";
    expect(JSON.parse(post.body)).toEqual({
      text: `${line} ${url}`,
      blocks: [
        {
          type: "section",
          text: { type: "mrkdwn", text: line.replace("■ Red", "*■ Red*").replace(/(Northwind.*Co)/, "*$1*") },
          accessory: { type: "button", text: { type: "plain_text", text: "Open" }, url },
        },
      ],
    });
    const { rows } = await pool.query("select url from endpoints");
    expect(rows[0].url).toBe(`${there.url}/…`);
  });
});

describe("addresses that are not public", () => {
  it("are refused as they are saved and as they are sent to, unless the installation allows them", async () => {
    const { id } = await save();
    process.env.WEBHOOKS_TO_PRIVATE = "0";
    await expect(save()).rejects.toThrow("url: must use port 80 or 443");
    await pool.query("update endpoints set url = 'http://localhost/hook'");
    const answered = await testEndpoint(contextAt(pool, AT), { id });
    process.env.WEBHOOKS_TO_PRIVATE = "1";
    expect(answered).toMatchObject({
      status: null,
      error: expect.stringMatching(/localhost is at .* not a public address/),
    });
    expect(there.posts).toEqual([]);
  });
});
