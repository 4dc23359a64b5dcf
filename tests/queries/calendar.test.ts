import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/ical/[token]/route";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { listAgenda, listHeldReviews } from "@/db/queries/work/list-agenda";
import { findCalendarFeed, listCalendar } from "@/db/queries/work/list-calendar";
import { computeRun } from "@/lib/commands/compute-run";
import { createCalendarFeed } from "@/lib/commands/create-calendar-feed";
import { endCalendarFeed } from "@/lib/commands/end-calendar-feed";
import { LogReview, logReview } from "@/lib/commands/log-review";
import { ReviewCase, reviewCase } from "@/lib/commands/review-case";
import { addDays } from "@/lib/core/calendar";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";
import { type IcalEvent, readIcal } from "./read-ical";

let pool: Pool;
let csm: number;

beforeAll(async () => {
  process.env.NEXTAUTH_URL = "http://localhost:3000";
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 30, days: 150 });
  const system = await systemContext("test", databaseOn(pool));
  for (let back = 5; back >= 0; back--) await computeRun({ ...system, today: addDays(system.today, -back) });
  const { rows } = await pool.query("select csm_id as id from triage group by 1 order by count(*) desc limit 1");
  csm = rows[0].id;
}, 240_000);

const as = (personId: number, role: "csm" | "am" | "manager"): Promise<Ctx> =>
  contextOf({ kind: "person", personId, name: "N", email: "n@demo.test", roles: [role] }, databaseOn(pool));
const ask = (token: string) =>
  GET(new Request("http://localhost/ical/x"), { params: Promise.resolve({ token }) } as Parameters<typeof GET>[1]);
const read = async (token: string): Promise<IcalEvent[]> => readIcal(await (await ask(`${token}.ics`)).text());

describe("the agenda", () => {
  it("holds what clocks ask for and what is planned, a planned review in place of the one that is due", async () => {
    const ctx = await as(csm, "csm");
    const filter = { book: "me", from: null, until: "2027-01-31" } as const;
    const before = await listAgenda(ctx, filter);
    const due = before.find(({ reviewId, what }) => reviewId === null && what !== "decision" && what !== "audit");
    if (!due) throw new Error("Nothing is due");
    expect(before.map(({ on }) => on)).toEqual(before.map(({ on }) => on).sort());
    const plan = { accountId: due.accountId, kind: due.what, plannedOn: "2026-12-09" };
    const { reviewId } = await logReview(ctx, LogReview.parse(plan));
    const planned = (await listAgenda(ctx, filter)).filter(
      ({ accountId, what }) => accountId === due.accountId && what === due.what,
    );
    expect(planned).toMatchObject([{ reviewId, on: "2026-12-09", dueOn: due.on, own: true }]);
    await logReview(ctx, LogReview.parse({ ...plan, reviewId, plannedOn: null, heldOn: ctx.today, note: "Held" }));
    const held = await listHeldReviews(ctx, { book: "me", from: ctx.today, until: ctx.today });
    expect(held).toContainEqual(expect.objectContaining({ reviewId, isHeld: true, words: "Held" }));
  });
});

describe("the agenda of losses", () => {
  it("asks the AM, not the CSM, to review a loss, of an account that has left the book too, until it is signed", async () => {
    const { rows } = await pool.query(
      "select account_id as id, am_id as am, csm_id as csm from triage where am_id <> csm_id order by 1 limit 1",
    );
    const [{ id, am, csm: ownCsm }] = rows;
    const losses = async (ctx: Ctx) =>
      (await listAgenda(ctx, { book: "me", from: null, until: "2026-12-31" })).filter(
        ({ what, accountId }) => what === "loss" && accountId === id,
      );
    const ctx = { ...(await as(am, "am")), today: "2026-11-30" as const };
    await pool.query("delete from outcomes where account_id = $1", [id]);
    expect(await losses(ctx)).toEqual([]);
    await pool.query(
      `insert into outcomes (account_id, external_id, kind, decided_on, effective_on) values ($1, 'gone', 'churned', '2026-11-18', '2026-11-20')`,
      [id],
    );
    await computeRun(await systemContext("test", databaseOn(pool)));
    expect((await pool.query("select from triage where account_id = $1", [id])).rowCount).toBe(0);
    expect(await losses(ctx)).toMatchObject([
      { on: "2026-12-02", dueOn: "2026-12-02", words: "Churned 12 d ago: loss review", own: true, tone: 0 },
    ]);
    expect(await listCalendar(ctx)).toContainEqual(
      expect.objectContaining({ uid: `loss-${id}`, kind: "loss", on: "2026-12-02" }),
    );
    await pool.query(
      "insert into covers (person_id, covered_by, from_on, until_on) values ($1, $2, '2026-11-25', '2026-12-05')",
      [am, ownCsm],
    );
    const { rows: names } = await pool.query("select name from people where id = any($1) order by id = $2", [
      [am, ownCsm],
      am,
    ]);
    expect((await losses(ctx)).map(({ who }) => who)).toEqual([names.map(({ name }) => name).join(" for ")]);
    expect((await losses({ ...ctx, today: "2026-12-06" })).map(({ who }) => who)).toEqual([names[1].name]);
    await pool.query("delete from covers");
    expect(await losses({ ...ctx, today: "2027-05-18" })).toEqual([]);
    expect(await losses(await as(ownCsm, "csm"))).toEqual([]);
    const answers = { happened: "Budget cut.", signals: "None.", done: "A call.", again: "Ask earlier." };
    await reviewCase(
      ctx,
      ReviewCase.parse({ accountId: id, kind: "loss", outcomeId: "gone", answers, cause: "price", avoidable: false }),
    );
    expect(await losses(ctx)).toEqual([]);
  });
});

describe("a calendar feed", () => {
  it("is one's own book in whole days, valid by the standard, under ids that stay", async () => {
    const ctx = await as(csm, "csm");
    expect(await findCalendarFeed(ctx)).toEqual({ isOn: false });
    await pool.query(
      `insert into plans (account_id, kind, next_step, owner_id, opened_on, due_on, status)
       select account_id, 'action', 'Call; ask about "seats", then write' || repeat(' again', 20), $1, '2026-11-20', '2026-12-24', 'open'
       from triage where csm_id = $1 limit 1`,
      [csm],
    );
    const { token } = await createCalendarFeed(ctx);
    const response = await ask(`${token}.ics`);
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const events = readIcal(await response.text());
    const entries = await listCalendar(ctx);
    expect(events.map(({ day }) => day).sort()).toEqual(entries.map(({ on }) => on.replaceAll("-", "")).sort());
    expect(new Set(entries.map(({ kind }) => kind)).has("plan")).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    const { rows } = await pool.query("select slug from triage where $1 not in (csm_id, coalesce(am_id, 0))", [csm]);
    const foreign = new Set(rows.map(({ slug }) => slug));
    expect(entries.filter(({ slug, kind }) => kind !== "plan" && foreign.has(slug))).toEqual([]);
    const uids = events.map(({ uid }) => uid).sort();
    await computeRun(await systemContext("test", databaseOn(pool)));
    expect((await read(token)).map(({ uid }) => uid).sort()).toEqual(uids);
  });

  it("is kept as a hash, ends with a new address or when it is ended, and is nobody's where one guesses", async () => {
    const ctx = await as(csm, "csm");
    const { token } = await createCalendarFeed(ctx);
    const { rows } = await pool.query("select ical_token as kept from preferences where person_id = $1", [csm]);
    expect(rows[0].kept).not.toContain(token);
    const { token: newer } = await createCalendarFeed(ctx);
    const statuses = async (...tokens: string[]) => Promise.all(tokens.map(async (one) => (await ask(one)).status));
    expect(await statuses(`${token}.ics`, newer, `${"A".repeat(43)}.ics`, "'.ics", `${newer}.ics`)).toEqual([
      404, 404, 404, 404, 200,
    ]);
    await pool.query("update people set status = 'deactivated' where id = $1", [csm]);
    expect(await statuses(`${newer}.ics`)).toEqual([404]);
    await pool.query("update people set status = 'active' where id = $1", [csm]);
    await endCalendarFeed(ctx);
    expect(await statuses(`${newer}.ics`)).toEqual([404]);
  });

  it("shows a manager what is leadership's to decide", async () => {
    const { rows } = await pool.query(
      `select p.manager_id as id from clocks c join triage t using (account_id) join people p on p.id = t.csm_id
       where c.kind = 'decision' and c.state in ('running', 'breached') and p.manager_id is not null limit 1`,
    );
    const entries = await listCalendar(await as(rows[0].id, "manager"));
    expect(entries.some(({ kind }) => kind === "decision")).toBe(true);
  });
});
