import { parse } from "csv-parse/sync";
import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { LISTS } from "@/app/api/export/lists";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { countTriage } from "@/db/queries/list-triage";
import { computeRun } from "@/lib/commands/compute-run";
import { exportList } from "@/lib/commands/export-list";
import { replayHistory } from "@/lib/commands/replay-history";
import type { Role } from "@/lib/core/access";
import { writeCsv } from "@/lib/ingest/write-csv";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import type { Viewer } from "@/lib/server/viewer-context";
import { testDatabase } from "@/tests/setup";

type Person = Ctx & { actor: Viewer };
const [START, TODAY] = ["2026-08-31", "2026-11-30"];
let pool: Pool;
let manager: Person;
let csm: Person;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 60, days: 150 });
  const system = await systemContext("test", databaseOn(pool));
  await replayHistory(system, { from: START, to: START });
  await computeRun(system);
  manager = await person("manager@demo.test", "manager");
  csm = await person("csm@demo.test", "csm");
}, 240_000);

async function person(email: string, ...roles: Role[]): Promise<Person> {
  const { rows } = await pool.query<{ id: number }>("select id from people where email = $1", [email]);
  const actor: Viewer = { kind: "person", personId: rows[0]?.id as number, name: email, email, roles };
  return { ...(await contextOf(actor, databaseOn(pool))), actor };
}

async function exported(ctx: Person, list: string, query: string, most = 1000) {
  const listed = LISTS[list];
  if (!listed) throw new Error(`no list ${list}`);
  const { words, read } = await listed(ctx, new URLSearchParams(query));
  const found = await exportList(ctx, { list, filter: { query }, format: "csv", most }, read);
  let text = "";
  for await (const piece of writeCsv(found)) text += piece;
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  return { name: words.filter(Boolean).join("_"), rows };
}

const count = async (sql: string) => Number((await pool.query(sql)).rows[0].count);

describe("a list taken out", () => {
  it("is every row of the queue's filter, in its order, beyond the page", async () => {
    const { rows } = await exported(manager, "triage", "owner=all&sort=arr&after=nonsense&peek=x");
    expect(rows).toHaveLength((await countTriage(manager, { book: "all", withReason: true })).accounts);
    const amounts = rows.map((row) => Number(row.arr_in_book));
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    const keys = new Set(rows.map((row) => row.account_id));
    expect(keys.size).toBe(rows.length);
  });

  it("is what the address asks for, and its name says so", async () => {
    const { rows, name } = await exported(manager, "accounts", "band=red,yellow");
    expect(name).toBe("red-yellow");
    expect(rows).toHaveLength(await count("select count(*) from triage where tone in (1, 2)"));
    expect(new Set(rows.map((row) => row.health_band))).toEqual(new Set(["red", "yellow"]));
    for (const row of rows) expect(row.as_of).toBe(TODAY);
  });

  it("is a hold-out's draws where one of its numbers is open", async () => {
    await pool.query(
      "insert into play_draws select id, 're_engage', '2026-08-01', id % 2 = 0, 50 from accounts where id <= 7",
    );
    const { rows, name } = await exported(manager, "effect", "owner=all&show=drawn:re_engage.held");
    expect(name).toBe("draws_drawn-re_engage-held");
    expect(rows.map(({ held_out, drawn_on }) => [held_out, drawn_on])).toEqual(Array(3).fill(["yes", "2026-08-01"]));
    await pool.query("delete from play_draws");
  });

  it("names a past day's owners and segments so that no import takes them for today's", async () => {
    const { rows, name } = await exported(manager, "portfolio-accounts", `owner=all&asof=${START}`);
    expect(name).toBe(`as-of-${START}`);
    expect(rows).toHaveLength(await count(`select count(*) from health_day where day = '${START}'`));
    expect(Object.keys(rows[0] ?? {})).toContain("segment_then");
    expect(Object.keys(rows[0] ?? {})).not.toContain("segment");
  });

  it("holds of a migration every account of either day, and where it went", async () => {
    const { rows } = await exported(manager, "migration", `owner=all&from=${START}&to=${TODAY}`);
    const both = `select count(distinct account_id) from health_day where day in ('${START}', '${TODAY}')`;
    expect(rows).toHaveLength(await count(both));
    for (const row of rows)
      for (const word of [row.from_band, row.to_band])
        expect(["none", "red", "yellow", "green", "out"]).toContain(word);
  });

  it("keeps the measured side of an open card back where the grid does", async () => {
    const before = await exported(csm, "scorecards", "owner=me");
    expect(before.rows.every((row) => row.champion !== "" && row.health_band !== "")).toBe(true);
    await pool.query(
      "delete from scorecard_drafts; update scorecards set period = '2026-10', version = version + 9 where period = '2026-11'",
    );
    await pool.query("update settings set scorecard_owner = 'csm'");
    const { rows, name } = await exported(csm, "scorecards", "owner=me&show=unconfirmed");
    await pool.query("update settings set scorecard_owner = 'am'");
    expect(name).toBe("2026-11_unconfirmed");
    expect(rows).toHaveLength(before.rows.length);
    for (const row of rows) expect([row.champion, row.score, row.health_band]).toEqual(["", "", ""]);
    expect((await exported(manager, "scorecards", "owner=all")).rows.some((row) => row.health_band !== "")).toBe(true);
  });

  it("is refused as a whole where it has more rows than a file takes", async () => {
    await expect(exported(manager, "accounts", "", 10)).rejects.toThrow("more than 10 rows");
  });

  it("is people for those who may see people, and refused to others", async () => {
    expect((await exported(manager, "people", "")).rows).toHaveLength(await count("select count(*) from people"));
    await expect(exported(csm, "people", "")).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("is a person's own book and no more where books are private", async () => {
    await pool.query("update settings set visibility = 'own'");
    const own = await exported(csm, "accounts", "");
    const queue = await exported(csm, "triage", "owner=all");
    await pool.query("update settings set visibility = 'all'");
    const mine = `select a.external_id from triage t join accounts a on a.id = t.account_id where ${csm.actor.personId} in (t.csm_id, t.am_id)`;
    const ids = (await pool.query(mine)).rows.map((row) => row.external_id as string);
    expect(own.rows.map((row) => row.account_id).sort()).toEqual(ids.sort());
    for (const row of queue.rows) expect(ids).toContain(row.account_id);
  });

  it("stands in the log with who, what, by which filter and how many", async () => {
    const before = await count("select count(*) from audit where entry = 'export.made'");
    const { rows } = await exported(csm, "triage", "owner=all");
    const logged = await pool.query("select * from audit where entry = 'export.made' order by id desc limit 1");
    expect(await count("select count(*) from audit where entry = 'export.made'")).toBe(before + 1);
    expect(logged.rows[0]).toMatchObject({
      actor: `person:${csm.actor.personId}`,
      subject: "triage",
      after: { filter: { query: "owner=all" }, format: "csv", rows: rows.length },
    });
  });
});
