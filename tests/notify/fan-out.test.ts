import type { Pool } from "pg";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countUnread, listInbox } from "@/db/queries/list-inbox";
import { getPreferences } from "@/db/queries/notices/get-preferences";
import { fanOutNotices } from "@/lib/commands/fan-out-notices";
import { pruneNotices } from "@/lib/commands/prune-notices";
import { readNotifications } from "@/lib/commands/read-notifications";
import { SavePreferences, savePreferences } from "@/lib/commands/save-preferences";
import type { Role } from "@/lib/core/access";
import { type Ctx, contextOf } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";
import { contextAt, noticeBook, oweChange, people, prefer } from "./notice-book";

let pool: Pool;
const AT = "2026-11-30T09:00:00Z";

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await noticeBook(pool, 3);
});
beforeEach(async () => {
  await pool.query("truncate notifications, outbox, preferences, deliveries, covers");
  process.env.SMTP_URL = "smtp://localhost:2525";
  return () => {
    delete process.env.SMTP_URL;
  };
});

const fanOut = () => fanOutNotices(contextAt(pool, AT));
async function as(name: string, role: Role): Promise<Ctx> {
  const actor = { kind: "person", personId: people[name] ?? 0, name, email: name, roles: [role] } as const;
  return contextOf(actor, contextAt(pool, AT).db, new Date(AT));
}
async function told(): Promise<Record<string, string>> {
  const { rows } = await pool.query(
    "select p.name, in_app, mail from notifications join people p on p.id = person_id order by p.name, notifications.id",
  );
  return Object.fromEntries(rows.map(({ name, in_app, mail }) => [name, `${in_app ? "inbox" : "-"} ${mail ?? "-"}`]));
}
const owe = (kind: string, payload: object) =>
  pool.query("insert into outbox (dedupe_key, kind, payload) values ($1, $2, $3)", [
    `k:${Math.random()}`,
    kind,
    payload,
  ]);

describe("an event", () => {
  it("reaches the account's owners, and their manager where it is red", async () => {
    await oweChange(pool, 1);
    await fanOut();
    expect(await told()).toEqual({ am: "inbox digest", boss: "inbox digest", csm: "inbox digest" });
    await pool.query("truncate notifications, outbox");
    await oweChange(pool, 1, { to: "yellow", tone: 2 });
    await fanOut();
    expect(Object.keys(await told())).toEqual(["am", "csm"]);
  });

  it("that only a new version of the model brought about does not reach the manager, and says so", async () => {
    await oweChange(pool, 1, { byModel: true });
    await fanOut();
    expect(Object.keys(await told())).toEqual(["am", "csm"]);
    const { rows } = await pool.query("select distinct text from notifications");
    expect(rows).toEqual([{ text: "Yellow → Red, health 61 → 44, by the new version of the model" }]);
  });

  it("of the data reaches administrators alone, and of the model everybody who works with it", async () => {
    await owe("feed_held", { kind: "feed", subject: "usage" });
    await fanOut();
    expect(await told()).toEqual({ admin: "inbox now" });
    await owe("model_published", { version: 2, name: "Four quarters", note: "Weights" });
    await fanOut();
    expect(Object.keys(await told())).toEqual(["admin", "am", "boss", "csm", "other"]);
  });

  it("goes where the person chose: one by e-mail alone, one nowhere", async () => {
    await prefer(pool, "csm", { notices: { band_changed: { inApp: false, mail: "now" } } });
    await prefer(pool, "am", { notices: { band_changed: { inApp: false, mail: "none" } } });
    await oweChange(pool, 1);
    await fanOut();
    expect(await told()).toEqual({ boss: "inbox digest", csm: "- now" });
  });

  it("of somebody who is away goes to their cover, who gets the e-mail", async () => {
    await pool.query(
      "insert into covers (person_id, covered_by, from_on, until_on) values ($1, $2, '2026-11-25', '2026-12-05')",
      [people.csm, people.other],
    );
    await oweChange(pool, 1, { to: "yellow", tone: 2 });
    await fanOut();
    expect(await told()).toEqual({ am: "inbox digest", csm: "inbox -", other: "inbox digest" });
  });

  it("of a run that moved the whole book waits until somebody says what it was; a data fault is never told", async () => {
    await pool.query("truncate holds");
    await pool.query(
      "insert into holds (kind, subject, opened_on, detail, releases_at) values ('book_wide', 'usage', '2026-11-30', '{}', '2026-12-01T06:00Z')",
    );
    await oweChange(pool, 1);
    await oweChange(pool, 2, { asOf: "2026-11-29" });
    await fanOut();
    const accounts = async () =>
      (await pool.query("select distinct account_id as id from notifications order by 1")).rows.map(({ id }) => id);
    expect(await accounts()).toEqual([2]);
    await fanOutNotices(contextAt(pool, "2026-12-01T06:00:00Z"));
    expect(await accounts()).toEqual([1, 2]);
    await pool.query("update holds set verdict = 'data_fault', released_at = now()");
    await oweChange(pool, 3);
    await fanOut();
    expect(await accounts()).toEqual([1, 2]);
    await pool.query("truncate holds");
  });

  it("older than a week is no news", async () => {
    await oweChange(pool, 1, { asOf: "2026-11-22" });
    await fanOut();
    expect(await told()).toEqual({});
    expect((await pool.query("select count(*)::int as n from outbox where delivered_at is null")).rows[0].n).toBe(0);
  });

  it("is told once by four workers at once, also where it is owed again under its key", async () => {
    for (const id of [1, 2, 3]) await oweChange(pool, id);
    await Promise.all([fanOut(), fanOut(), fanOut(), fanOut()]);
    await pool.query("update outbox set delivered_at = null");
    await fanOut();
    expect((await pool.query("select count(*)::int as n from notifications")).rows[0].n).toBe(9);
  });
});

describe("an inbox", () => {
  it("lists one's own, counts the unread, marks them read and unread", async () => {
    for (const id of [1, 2, 3]) await oweChange(pool, id);
    await fanOut();
    const csm = await as("csm", "csm");
    expect(await countUnread(csm)).toBe(3);
    const { rows } = await listInbox(csm, { unread: true, after: null });
    expect(rows[0]).toMatchObject({
      text: "Yellow → Red, health 61 → 44",
      href: "/accounts/account-3",
      account: { name: "Account 3" },
    });
    const ids = rows.slice(0, 2).map(({ id }) => id);
    expect(await readNotifications(csm, { ids, isRead: true })).toEqual({ ids: expect.arrayContaining(ids) });
    expect(await countUnread(csm)).toBe(1);
    expect(await countUnread(await as("am", "am"))).toBe(3);
    await readNotifications(csm, { ids, isRead: false });
    await readNotifications(csm, { isRead: true });
    expect(await countUnread(csm)).toBe(0);
    expect((await listInbox(csm, { unread: false, after: null })).rows).toHaveLength(3);
  });

  it("of somebody else cannot be marked", async () => {
    await oweChange(pool, 1);
    await fanOut();
    const { rows } = await listInbox(await as("csm", "csm"), { unread: true, after: null });
    const ids = rows.map(({ id }) => id);
    expect(await readNotifications(await as("am", "am"), { ids, isRead: true })).toEqual({ ids: [] });
    expect(await countUnread(await as("csm", "csm"))).toBe(1);
  });
});

describe("what has been told", () => {
  it("goes when it was read three months ago, or went out half a year ago; what is still owed stays", async () => {
    await oweChange(pool, 1);
    await fanOut();
    await oweChange(pool, 2);
    const csm = await as("csm", "csm");
    await readNotifications(csm, { isRead: true });
    expect(await pruneNotices(contextAt(pool, "2027-02-27T00:00:00Z"))).toBe(0);
    await pruneNotices(contextAt(pool, "2027-03-01T00:00:00Z"));
    expect(Object.keys(await told())).toEqual(["am", "boss"]);
    await pruneNotices(contextAt(pool, "2027-12-01T00:00:00Z"));
    expect(await told()).toEqual({});
    const { rows } = await pool.query("select payload->'accountId' as account from outbox");
    expect(rows).toEqual([{ account: 2 }]);
  });
});

describe("preferences", () => {
  const input = { notices: {}, digest: "daily", quietFrom: "22:00", quietUntil: "07:00", timeZone: "Asia/Kolkata" };

  it("are what is usual until they are saved, and then what was saved", async () => {
    const csm = await as("csm", "csm");
    const usual = await getPreferences(csm);
    expect(usual).toMatchObject({ digest: "weekly", quietFrom: null, mails: true });
    expect(usual.choices.find(({ kind }) => kind === "sudden_fall")?.choice).toEqual({ inApp: true, mail: "now" });
    const notices = { sudden_fall: { inApp: true, mail: "none" } };
    await savePreferences(csm, SavePreferences.parse({ ...input, notices }));
    const saved = await getPreferences(csm);
    expect(saved).toMatchObject({ digest: "daily", quietFrom: "22:00", timeZone: "Asia/Kolkata" });
    expect(saved.choices.find(({ kind }) => kind === "sudden_fall")?.choice).toEqual({ inApp: true, mail: "none" });
  });

  it("refuse a time zone that there is not, half of quiet hours, and kinds nobody knows", () => {
    const refused = (more: object) => SavePreferences.safeParse({ ...input, ...more }).success;
    expect(refused({})).toBe(true);
    expect(refused({ timeZone: "Mars/Olympus" })).toBe(false);
    expect(refused({ quietUntil: null })).toBe(false);
    expect(refused({ quietFrom: "25:00" })).toBe(false);
    expect(refused({ notices: { nonsense: { inApp: true, mail: "now" } } })).toBe(false);
  });
});
