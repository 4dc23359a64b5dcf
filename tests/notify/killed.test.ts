import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Pool } from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { deliverEvents } from "@/lib/commands/deliver-events";
import { fanOutNotices } from "@/lib/commands/fan-out-notices";
import { mailNotices } from "@/lib/commands/mail-notices";
import { SaveEndpoint, saveEndpoint } from "@/lib/commands/save-endpoint";
import { systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";
import { mailBox } from "./mail-box";
import { contextAt, noticeBook, oweChange, people, prefer } from "./notice-book";
import { receiver } from "./receiver";

let pool: Pool;
let isDeaf = true;
let box: Awaited<ReturnType<typeof mailBox>>;
let there: Awaited<ReturnType<typeof receiver>>;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  // Both take everything in and, while deaf, never say that they have.
  box = await mailBox(() => (isDeaf ? "never" : null));
  there = await receiver(() => (isDeaf ? "never" : 200));
  Object.assign(process.env, {
    SMTP_URL: box.url,
    MAIL_FROM: "health@acme.test",
    NEXTAUTH_URL: "https://cs.acme.test",
    NEXTAUTH_SECRET: "a-secret-of-the-tests-with-32-characters",
    WEBHOOKS_TO_PRIVATE: "1",
  });
  await noticeBook(pool, 3);
  for (const person of ["am", "boss"])
    await prefer(pool, person, { notices: { band_changed: { inApp: true, mail: "none" } } });
  await prefer(pool, "csm", { notices: { band_changed: { inApp: true, mail: "now" } } });
  const ctx = await systemContext("test");
  const hook = { kind: "webhook", name: "Ops", url: there.url, events: ["band_changed"] };
  await saveEndpoint(ctx, SaveEndpoint.parse(hook));
  await saveEndpoint(ctx, SaveEndpoint.parse({ ...hook, kind: "slack", name: "Slack", url: `${there.url}/slack` }));
  await oweChange(pool, 1);
  await fanOutNotices(ctx);
});
afterAll(async () => {
  there.close();
  for (const name of ["SMTP_URL", "MAIL_FROM", "WEBHOOKS_TO_PRIVATE"]) delete process.env[name];
});

/** A worker killed, as by the kernel, once `arrived` says that the other side has what it sends. */
async function killWhile(step: string, arrived: () => boolean): Promise<void> {
  const execArgv = ["--conditions=react-server", "--import", "tsx"];
  const worker: ChildProcess = fork("tests/notify/delivering-process.ts", { execArgv, env: process.env });
  await once(worker, "message");
  worker.send(step);
  await vi.waitFor(() => expect(arrived()).toBe(true), { timeout: 120_000 });
  worker.kill("SIGKILL");
  await once(worker, "exit");
}

it("a worker killed between handing a mail over and hearing so sends it never again", async () => {
  await killWhile("mail", () => box.mails.length === 1);
  isDeaf = false;
  for (const minutes of [1, 60, 24 * 60]) {
    const now = new Date(Date.now() + minutes * 60_000).toISOString();
    await mailNotices(contextAt(pool, now));
  }
  expect(box.mails).toHaveLength(1);
  const { rows } = await pool.query("select read_at from notifications where person_id = $1", [people.csm]);
  expect(rows).toEqual([{ read_at: null }]);
}, 240_000);

it("a worker killed while it posts posts again under the same id to a webhook, and never to Slack", async () => {
  isDeaf = true;
  const due =
    "update deliveries set next_attempt_at = case when endpoint_id = any(select id from endpoints where kind = any($1)) then now() - interval '1 minute' else 'infinity' end";
  await pool.query(due, [["webhook"]]);
  await killWhile("events", () => there.posts.length === 1);
  await pool.query(due, [["slack"]]);
  await killWhile("events", () => there.posts.length === 2);
  isDeaf = false;
  await pool.query(due, [["webhook", "slack"]]);
  await deliverEvents({ ...(await systemContext("test")), now: new Date(Date.now() + 1000) });
  const hooks = there.posts.filter(({ path }) => path === "/");
  expect(hooks).toHaveLength(2);
  expect(new Set(hooks.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(there.posts.filter(({ path }) => path === "/slack")).toHaveLength(1);
  const { rows } = await pool.query(
    "select delivered_at is not null as delivered, given_up_at is not null as over from deliveries order by endpoint_id",
  );
  expect(rows).toEqual([
    { delivered: true, over: false },
    { delivered: false, over: true },
  ]);
}, 240_000);
