import type { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fanOutNotices } from "@/lib/commands/fan-out-notices";
import { mailNotices } from "@/lib/commands/mail-notices";
import { testDatabase } from "@/tests/setup";
import { mailBox, type Received } from "./mail-box";
import { contextAt, noticeBook, oweChange, people, prefer } from "./notice-book";

let pool: Pool;
let refuse: (mail: Received) => Error | null = () => null;
let box: Awaited<ReturnType<typeof mailBox>>;
const now = { band_changed: { inApp: true, mail: "now" } };
const none = { band_changed: { inApp: true, mail: "none" } };

beforeAll(async () => {
  ({ pool } = await testDatabase());
  box = await mailBox((mail) => refuse(mail));
  process.env.SMTP_URL = box.url;
  process.env.MAIL_FROM = "Bellwether <health@acme.test>";
  process.env.NEXTAUTH_URL = "https://cs.acme.test";
  await noticeBook(pool);
});
afterAll(async () => {
  await box.close();
  delete process.env.SMTP_URL;
});
beforeEach(async () => {
  await pool.query("truncate notifications, outbox, preferences, deliveries");
  for (const person of ["boss", "am", "csm", "admin"]) await prefer(pool, person, { notices: none });
  box.mails.length = 0;
  refuse = () => null;
});

const fanOut = (at: string) => fanOutNotices(contextAt(pool, at));
const mailAt = (at: string) => mailNotices(contextAt(pool, at));

describe("an e-mail at once", () => {
  it("says what happened in HTML and in text with the same facts, and is sent once", async () => {
    await prefer(pool, "csm", { notices: now });
    await oweChange(pool, 1);
    await fanOut("2026-11-30T09:00:00Z");
    expect(await mailAt("2026-11-30T09:01:00Z")).toBe(1);
    expect(await mailAt("2026-11-30T09:02:00Z")).toBe(0);
    const [mail] = box.mails;
    expect(mail?.to).toEqual(["csm@x.test"]);
    expect(mail?.headers.subject).toBe("Northwind <Freight> & Co: Yellow → Red, health 61 → 44");
    expect(mail?.headers["auto-submitted"]).toBe("auto-generated");
    expect(mail?.text).toContain(
      "■ Red · Northwind <Freight> & Co · $412k · 58 d · Yellow → Red, health 61 → 44\n  Open: https://cs.acme.test/accounts/account-1",
    );
    for (const fact of ["■ Red", "Northwind &lt;Freight&gt; &amp; Co", "$412k", "58 d", "Yellow → Red, health 61 → 44"])
      expect(mail?.html).toContain(fact);
    expect(mail?.html).toContain('href="https://cs.acme.test/accounts/account-1"');
    expect(mail?.html).toMatch(/>Open<\/a>/);
    expect(mail?.html).not.toContain("<Freight>");
  });

  it("gathers what comes in one minute", async () => {
    await prefer(pool, "csm", { notices: now });
    for (const id of [1, 2, 4]) await oweChange(pool, id);
    await fanOut("2026-11-30T09:00:00Z");
    await mailAt("2026-11-30T09:01:00Z");
    expect(box.mails.map(({ headers }) => headers.subject)).toEqual(["3 accounts, 2 red"]);
  });

  it("waits until quiet hours end where the person is: 22:00 to 07:00 in Kolkata", async () => {
    await prefer(pool, "csm", { notices: now, quietFrom: "22:00", quietUntil: "07:00" });
    await oweChange(pool, 1);
    await fanOut("2026-11-29T16:30:00Z");
    expect(await mailAt("2026-11-29T16:30:00Z")).toBe(0);
    expect(await mailAt("2026-11-30T01:29:00Z")).toBe(0);
    expect(await mailAt("2026-11-30T01:30:00Z")).toBe(1);
  });

  it("is tried again when the server is busy, later each time, and given up when it is refused", async () => {
    await prefer(pool, "csm", { notices: now });
    await oweChange(pool, 1);
    await fanOut("2026-11-30T09:00:00Z");
    refuse = () => Object.assign(new Error("try later"), { responseCode: 451 });
    expect(await mailAt("2026-11-30T09:00:00Z")).toBe(0);
    expect(await mailAt("2026-11-30T09:01:00Z")).toBe(0);
    expect(box.mails).toHaveLength(1);
    refuse = () => null;
    expect(await mailAt("2026-11-30T09:02:00Z")).toBe(1);
    await oweChange(pool, 2);
    await fanOut("2026-11-30T10:00:00Z");
    refuse = () => Object.assign(new Error("no such box"), { responseCode: 550 });
    expect(await mailAt("2026-11-30T10:00:00Z")).toBe(0);
    refuse = () => null;
    expect(await mailAt("2026-11-30T20:00:00Z")).toBe(0);
  });

  it("goes to one of two workers that send at the same time", async () => {
    await prefer(pool, "csm", { notices: now });
    await prefer(pool, "am", { notices: now });
    for (const id of [1, 2, 3, 4]) await oweChange(pool, id);
    const at = "2026-11-30T09:00:00Z";
    await Promise.all([fanOut(at), fanOut(at), fanOut(at)]);
    await Promise.all([mailAt(at), mailAt(at), mailAt(at)]);
    for (const person of ["csm", "am"]) {
      const got = box.mails
        .filter(({ to }) => to[0] === `${person}@x.test`)
        .map(({ text }) => text)
        .join();
      for (const id of [1, 2, 3, 4]) expect(got.split(`/accounts/account-${id}\n`)).toHaveLength(2);
    }
    const { rows } = await pool.query("select count(*)::int as n from notifications where person_id = $1", [
      people.csm,
    ]);
    expect(rows[0].n).toBe(4);
  });
});

describe("a digest", () => {
  const digest = { band_changed: { inApp: true, mail: "digest" } };

  it("comes at 07:30 where the person is: on a day of Kolkata, on Monday in Los Angeles", async () => {
    await prefer(pool, "csm", { notices: digest, digest: "daily" });
    await prefer(pool, "am", { notices: digest, digest: "weekly" });
    await oweChange(pool, 1);
    await fanOut("2026-11-27T09:00:00Z"); // a Friday
    const sentTo = async (at: string) => {
      box.mails.length = 0;
      await mailAt(at);
      return box.mails.map(({ to }) => to[0]);
    };
    expect(await sentTo("2026-11-28T01:59:00Z")).toEqual([]);
    expect(await sentTo("2026-11-28T02:00:00Z")).toEqual(["csm@x.test"]);
    expect(await sentTo("2026-11-30T15:29:00Z")).toEqual([]);
    expect(await sentTo("2026-11-30T15:30:00Z")).toEqual(["am@x.test"]);
    expect(box.mails[0]?.headers.subject).toBe("Your week: 1 account, 1 red");
    expect(await sentTo("2026-12-07T15:30:00Z")).toEqual([]);
  });

  it("lists ten accounts, the most pressing first with why, then how many more and a link", async () => {
    await prefer(pool, "csm", { notices: digest, digest: "daily" });
    for (let id = 12; id >= 1; id--) await oweChange(pool, id);
    await oweChange(pool, 2, { from: "red", to: "yellow", healthBefore: 44, health: 52 });
    await fanOut("2026-11-29T09:00:00Z");
    await mailAt("2026-11-30T02:00:00Z");
    const [mail] = box.mails;
    const lines = mail?.text.split("\n").filter((line) => /^[○■▲●]/.test(line)) ?? [];
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe(
      "■ Red · Northwind <Freight> & Co · $412k · 58 d · Yellow → Red, health 61 → 44 · champion missing",
    );
    expect(lines[1]).toBe(
      "▲ Yellow · Account 2 · $412k · 58 d · Yellow → Red, health 61 → 44 · Red → Yellow, health 44 → 52 · champion missing",
    );
    expect(lines[2]).toMatch(/^○ No score · Account 3 /);
    expect(mail?.text).toContain("and 2 more accounts: https://cs.acme.test/inbox");
    expect(mail?.html).toContain('<a href="https://cs.acme.test/inbox">and 2 more accounts</a>');
    for (const line of lines.slice(1))
      expect(mail?.html.replace(/<\/?strong>/g, "")).toContain(`>${line.replaceAll("&", "&amp;")}</td>`);
    expect(mail?.headers.subject).toBe("Your day: 12 accounts, 4 red");
  });

  it("is not owed to who wants none, nor where no mail server is set", async () => {
    await prefer(pool, "csm", { notices: digest, digest: "none" });
    await oweChange(pool, 1);
    await fanOut("2026-11-27T09:00:00Z");
    expect(await mailAt("2026-11-30T23:00:00Z")).toBe(0);
    const url = process.env.SMTP_URL;
    delete process.env.SMTP_URL;
    await oweChange(pool, 2);
    await fanOut("2026-11-30T09:00:00Z");
    process.env.SMTP_URL = url;
    const { rows } = await pool.query("select distinct mail from notifications where account_id = 2");
    expect(rows).toEqual([{ mail: null }]);
  });
});
