import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { settleStreams } from "@/lib/commands/settle-streams";
import { takeSegmentBatch } from "@/lib/commands/take-segment-batch";
import { type Ctx, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await testDatabase());
  await pool.query("update settings set time_zone = 'America/New_York'");
  const batch = [
    { type: "group", userId: "u1", groupId: "Acme-1", traits: { name: "Acme", plan: "gold" } },
    { type: "identify", userId: "u1", traits: { name: "Ann Lee", role: "Champion", title: "VP Ops" } },
    { type: "track", userId: "u1", event: "Ping", timestamp: "2026-11-20T16:00:00Z" },
  ];
  await takeSegmentBatch(await at("2026-11-20T16:00:00Z"), { call: "batch", body: { batch } });
});

async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool.query(sql, values)).rows as Row[];
}

const usage = (account: string) =>
  rows<Record<string, unknown>>(
    `select u.day, active_users, events, features_used, active_users_28d from usage_days u join accounts a on a.id = account_id
     where external_id = $1 order by day`,
    [account],
  );

async function at(moment: string, today = moment.slice(0, 10)): Promise<Ctx> {
  return { ...(await systemContext("test")), now: new Date(moment), today };
}

describe("a call", () => {
  const track = { type: "track", messageId: "m1", event: "Ping", userId: "u5", context: { groupId: "acme-1" } };

  it("counts a repeated message once, in a batch and across batches", async () => {
    const ctx = await at("2026-09-10T16:00:00Z");
    const batch = [track, track, { ...track, messageId: "m2" }].map((one) => ({ ...one, timestamp: ctx.now }));
    const first = await takeSegmentBatch(ctx, { call: "batch", body: { batch } });
    expect(first).toEqual({ taken: 2, repeated: 1, notCounted: 0, refused: 0 });
    expect(await takeSegmentBatch(ctx, { call: "batch", body: { batch } })).toMatchObject({ taken: 0, repeated: 3 });
    expect((await usage("Acme-1")).find(({ day }) => day === "2026-09-10")).toMatchObject({
      active_users: 1,
      events: 2,
    });
  });

  it("is dated by its own moment, corrected by the sender's clock, in the organisation's zone", async () => {
    const ctx = await at("2026-08-02T12:00:00Z");
    // The sender's clock is a day ahead; 23:30 in New York is the next day in UTC.
    const timestamp = "2026-08-03T03:30:00Z";
    const body = { batch: [{ ...track, messageId: "m3", timestamp }], sentAt: "2026-08-03T12:00:00Z" };
    await takeSegmentBatch(ctx, { call: "batch", body });
    expect((await usage("Acme-1")).map(({ day }) => day)).toContain("2026-08-01");
  });

  it("about a closed day is a late signal: it marks the account from that day, and later 28-day figures follow", async () => {
    await pool.query("delete from changed_accounts");
    const ctx = await at("2026-09-11T16:00:00Z");
    const late = { ...track, messageId: "m4", userId: "u6", timestamp: "2026-09-09T16:00:00Z" };
    await takeSegmentBatch(ctx, { call: "track", body: late });
    expect(await rows("select from_day from changed_accounts")).toEqual([{ from_day: "2026-09-09" }]);
    const days = (await usage("Acme-1")).filter(
      ({ day }) => String(day) >= "2026-09-09" && String(day) <= "2026-09-10",
    );
    expect(days.map(({ day, active_users_28d }) => [day, active_users_28d])).toEqual([
      ["2026-09-09", 1],
      ["2026-09-10", 2],
    ]);
  });

  it("that names no account, lies in the future or is too large is refused by count and told in the log", async () => {
    const ctx = await at("2026-09-12T16:00:00Z");
    const batch = [
      { type: "track", event: "Lost", userId: "nobody", timestamp: ctx.now },
      { ...track, messageId: "m5", timestamp: "2027-01-01T00:00:00Z" },
      { ...track, messageId: "m6", properties: { text: "x".repeat(33_000) } },
      { type: "identify", userId: "nobody", traits: { name: "N" } },
    ];
    const answer = await takeSegmentBatch(ctx, { call: "batch", body: { batch } });
    expect(answer).toEqual({ taken: 0, repeated: 0, notCounted: 1, refused: 3 });
    const [{ message } = { message: "" }] = await rows<{ message: string }>(
      "select message from source_runs where table_name = 'usage_days' and message is not null",
    );
    expect(message).toMatch(/3 messages not taken/);
  });

  it("of an account that is not known waits, and is taken once the account comes", async () => {
    const ctx = await at("2026-09-14T16:00:00Z");
    const context = { groupId: "Later" };
    await takeSegmentBatch(ctx, {
      call: "batch",
      body: {
        batch: [
          { type: "track", event: "Ping", userId: "l1", timestamp: ctx.now, context },
          { type: "identify", userId: "l1", traits: { email: "l@later.test" }, context, timestamp: ctx.now },
        ],
      },
    });
    expect(await rows("select account_key from waiting_rows")).toEqual([{ account_key: "later" }]);
    await pool.query("insert into accounts (external_id, slug, name) values ('LATER', 'later', 'Later')");
    await settleStreams(ctx);
    expect(await usage("LATER")).toMatchObject([{ day: "2026-09-14", active_users: 1, features_used: 1 }]);
    expect(await rows("select name, role from contacts where external_id = 'l1'")).toEqual([
      { name: "l@later.test", role: "user" },
    ]);
    expect(await rows("select * from waiting_rows")).toEqual([]);
  });

  it("leaves quiet days that are over as zero use, as far as anybody's events have come", async () => {
    await takeSegmentBatch(await at("2026-09-17T16:00:00Z"), {
      call: "track",
      body: { ...track, messageId: "m7", timestamp: "2026-09-17T16:00:00Z" },
    });
    await settleStreams(await at("2026-09-20T16:00:00Z"));
    expect(
      (await usage("LATER")).map(({ day, active_users, active_users_28d }) => [day, active_users, active_users_28d]),
    ).toEqual([
      ["2026-09-14", 1, 1],
      ["2026-09-15", 0, 1],
      ["2026-09-16", 0, 1],
      ["2026-09-17", 0, 1],
      ["2026-09-18", 0, 1],
      ["2026-09-19", 0, 1],
    ]);
  });

  it("keeps a contact's role and beginning when its traits say nothing of them, and an account's name", async () => {
    const ctx = await at("2026-09-21T16:00:00Z");
    const batch = [
      { type: "identify", userId: "u1", traits: { title: "COO" }, timestamp: ctx.now },
      { type: "group", userId: "u1", groupId: "ACME-1", traits: { name: "acme inc", plan: "platinum" } },
    ];
    await takeSegmentBatch(ctx, { call: "batch", body: { batch } });
    expect(await rows("select name, role, title from contacts where external_id = 'u1'")).toEqual([
      { name: "Ann Lee", role: "champion", title: "COO" },
    ]);
    const [account] = await rows<object>(
      `select name, attributes->>'plan' as plan from accounts join account_attributes on account_id = id
       where external_id = 'Acme-1' order by valid_from desc limit 1`,
    );
    expect(account).toEqual({ name: "Acme", plan: "platinum" });
  });

  it("forgets users' days after 35 days", async () => {
    await settleStreams(await at("2026-11-22T16:00:00Z"));
    const [{ first } = { first: "" }] = await rows<{ first: string }>("select min(day) as first from user_days");
    expect(first >= "2026-10-18").toBe(true);
    expect((await usage("Acme-1")).length).toBeGreaterThan(3);
    const newest = await rows<{ day: string }>("select max(day) as day from user_days");
    expect((await usage("LATER")).at(-1)?.day).toBe(newest[0]?.day);
  });
});
