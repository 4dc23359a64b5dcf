import { beforeAll, describe, expect, test } from "vitest";
import { computeRun } from "@/lib/commands/compute-run";
import { replayHistory } from "@/lib/commands/replay-history";
import { addDays, type Day, daysBetween } from "@/lib/core/calendar";
import { demoCompany, type Found, TODAY } from "./demo-company";

const company = demoCompany();
let now: Map<string, Found>;

beforeAll(async () => {
  await replayHistory(company.ctx, { from: "2026-05-20", to: addDays(TODAY, -1) });
  await computeRun(company.ctx);
  now = await company.on(TODAY);
}, 240_000);

const rowOf = async (table: string, slug: string) =>
  (
    await company.pool.query(`select t.* from ${table} t join accounts a on a.id = t.account_id where a.slug = $1`, [
      slug,
    ])
  ).rows[0];
const found = (slug: string) => now.get(slug) as Found;
const on = async (slug: string, day: Day) =>
  (await company.on(day, { accountIds: [found(slug).id] })).get(slug) as Found;
/** Days of an unbroken band up to a day, by the history that the run left. */
async function daysIn(tone: number, slug: string): Promise<number> {
  const { rows } = await company.pool.query<{ day: Day; tone: number | null }>(
    `select h.day, health_tone as tone from health_day h join accounts a on a.id = h.account_id
     where a.slug = $1 order by h.day desc`,
    [slug],
  );
  const broken = rows.find((row) => row.tone !== tone);
  const first = rows.filter((row) => !broken || row.day > broken.day).at(-1);
  return first ? daysBetween(first.day, TODAY) : 0;
}

describe("northwind-freight looks green and is red", () => {
  test("95% licence use, paid on time, few tickets: measured green", () => {
    const account = found("northwind-freight");
    expect(Math.round(account.reading("licence_utilisation"))).toBe(95);
    expect(account.reading("on_time_payment")).toBe(100);
    expect(account.reading("severity_load")).toBeLessThan(1);
    expect(account).toMatchObject({ scoreTone: "green", tone: "red" });
    expect(Math.floor(account.health * 10) / 10).toBe(49.9);
  });

  test("the champion is gone 92 days, and it renews in 58 with 30 days' notice", async () => {
    const { rows } = await company.pool.query(
      `select c.active_to from contacts c join accounts a on a.id = c.account_id
       where a.slug = 'northwind-freight' and c.role = 'champion'`,
    );
    expect(rows.map((row) => daysBetween(row.active_to, TODAY))).toEqual([92]);
    const contract = await rowOf("triage", "northwind-freight");
    expect(daysBetween(TODAY, contract.ends_on)).toBe(58);
    expect(daysBetween(contract.decide_by, contract.ends_on)).toBe(30);
  });

  test("the run opens a severe divergence, hidden risk", async () => {
    expect(await rowOf("triage", "northwind-freight")).toMatchObject({
      divergence: "hidden_risk",
      divergence_severe: true,
    });
  });
});

describe("helio-grid looks red and is green", () => {
  test("40% licence use and open escalations: measured red, lifted to the foot of green", async () => {
    const account = found("helio-grid");
    expect(Math.round(account.reading("licence_utilisation"))).toBe(40);
    expect(account).toMatchObject({ scoreTone: "red", tone: "green", health: 75 });
    const { rows } = await company.pool.query(
      `select count(*)::int as n from tickets t join accounts a on a.id = t.account_id
       where a.slug = 'helio-grid' and t.escalated and t.closed_at is null`,
    );
    expect(rows[0].n).toBeGreaterThan(2);
  });

  test("the manager has reviewed the lift: people right", async () => {
    expect(await rowOf("divergences", "helio-grid")).toMatchObject({
      sign: "false_alarm",
      severe: true,
      resolution: "people_right",
      owner_role: "manager",
      closed_on: null,
    });
    const { rows } = await company.pool.query(
      "select account_id from divergences where closed_on is null group by account_id having count(*) > 1",
    );
    expect(rows).toEqual([]);
  });
});

test("quill-and-co has been green for six quarters, slipping from 92 to 77 within twelve weeks", async () => {
  const triage = await rowOf("triage", "quill-and-co");
  expect(triage.sparkline[0]).toBe(92);
  expect(triage.sparkline.at(-1)).toBe(77);
  for (let day = "2025-05-31"; day <= TODAY; day = addDays(day, 61))
    expect((await on("quill-and-co", day)).tone, day).toBe("green");
  expect((await on("quill-and-co", "2025-04-15")).tone).not.toBe("green");
});

test("kestrel-bank is red for 184 days, and nobody has decided", async () => {
  expect(await daysIn(1, "kestrel-bank")).toBe(184);
  expect((await rowOf("triage", "kestrel-bank")).band_since).toBe("2026-05-30");
  expect(await rowOf("plans", "kestrel-bank")).toMatchObject({
    kind: "recovery",
    status: "open",
    due_on: "2026-08-27",
  });
});

test("vela-health is yellow for 8 days without a plan", async () => {
  expect(await daysIn(2, "vela-health")).toBe(8);
  expect(await rowOf("plans", "vela-health")).toBeUndefined();
});

test("orbit-foods fell from 84 to 61 in six weeks", async () => {
  expect(Math.floor((await on("orbit-foods", addDays(TODAY, -42))).health)).toBe(84);
  expect(Math.floor(found("orbit-foods").health)).toBe(61);
  expect(found("orbit-foods").tone).toBe("yellow");
});

test("lumen-retail was yellow, had a plan, and was green after 54 days", async () => {
  expect((await on("lumen-retail", "2026-08-19")).tone).toBe("green");
  expect((await on("lumen-retail", "2026-08-20")).tone).toBe("yellow");
  expect((await on("lumen-retail", "2026-10-12")).tone).toBe("yellow");
  expect((await on("lumen-retail", "2026-10-13")).tone).toBe("green");
  const plan = await rowOf("plans", "lumen-retail");
  expect(plan).toMatchObject({ kind: "action", status: "done" });
  expect(daysBetween(plan.opened_on, plan.closed_on)).toBe(54);
  expect(found("lumen-retail").tone).toBe("green");
});

test("tundra-labs: usage silent for 16 days, coverage 62%, no card in force, so no band", async () => {
  const { rows } = await company.pool.query(
    "select max(day) as last from usage_days u join accounts a on a.id = u.account_id where a.slug = 'tundra-labs'",
  );
  expect(daysBetween(rows[0].last, TODAY)).toBe(16);
  expect(found("tundra-labs")).toMatchObject({ segment: "SMB", tone: null, scoreTone: null });
  expect(found("tundra-labs").coverage).toBeCloseTo(0.62, 9);
  expect(await rowOf("triage", "tundra-labs")).toMatchObject({ tone: 0, card_state: "expired" });
});

test("cobalt-air churned while green", async () => {
  const outcome = await rowOf("outcomes", "cobalt-air");
  expect(outcome).toMatchObject({ kind: "churned" });
  for (const version of [1, 2]) {
    const { rows } = await company.pool.query("select id from accounts where slug = 'cobalt-air'");
    const day = addDays(outcome.decided_on, -90);
    expect((await company.on(day, { version, accountIds: [rows[0].id] })).get("cobalt-air")?.tone).toBe("green");
  }
  expect(now.has("cobalt-air")).toBe(false);
});

test("pine-systems stayed red and renewed", async () => {
  const outcome = await rowOf("outcomes", "pine-systems");
  expect(outcome).toMatchObject({ kind: "renewed" });
  for (const day of [addDays(outcome.decided_on, -90), outcome.decided_on, TODAY])
    expect((await on("pine-systems", day)).tone).toBe("red");
});

test("northwind-freight and helio-grid are am@'s, and csm@ has nine of the stories", async () => {
  const { rows } = await company.pool.query<{ slug: string; am: string; csm: string }>(
    `select a.slug, m.email as am, c.email as csm from accounts a join account_owners o on o.account_id = a.id
     join people m on m.id = o.am_id join people c on c.id = o.csm_id
     where a.slug in ('northwind-freight', 'helio-grid', 'quill-and-co', 'kestrel-bank', 'vela-health', 'orbit-foods',
       'lumen-retail', 'tundra-labs', 'cobalt-air', 'pine-systems')`,
  );
  expect(rows.filter((row) => row.csm === "csm@demo.test")).toHaveLength(9);
  const blind = rows.filter((row) => ["northwind-freight", "helio-grid"].includes(row.slug));
  expect(blind.map((row) => row.am)).toEqual(["am@demo.test", "am@demo.test"]);
});
