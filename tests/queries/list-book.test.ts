import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { filterOf } from "@/app/(app)/accounts/prepare-filter";
import { loadAccountsParams, understood } from "@/app/(app)/accounts/search-params";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { findAccount } from "@/db/queries/find-account";
import { type BookFilter, countBook, listBook, listBookGroups, listBookTargets } from "@/db/queries/list-book";
import { listFacets } from "@/db/queries/list-facets";
import { TRIAGE_SORTS, type TriageRow, type TriageSort } from "@/db/queries/list-triage";
import { computeRun } from "@/lib/commands/compute-run";
import type { Role } from "@/lib/core/access";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { relationTo } from "@/lib/server/relation-to";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
let ctx: Ctx;
const all = { book: "all" } as const;
const GROUPS = ["band", "csm", "segment", "month"] as const;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 60, days: 150 });
  await computeRun(await systemContext("test", databaseOn(pool)));
  await pool.query(
    "update triage set health = null where account_id % 7 = 0; insert into account_tags select account_id, 'vip' from triage where account_id % 5 = 0",
  );
  ctx = await as("manager");
}, 240_000);

async function as(role: Role): Promise<Ctx> {
  const { rows } = await pool.query("select id from people where email = $1", [`${role}@demo.test`]);
  const actor = { kind: "person" as const, personId: rows[0].id, name: "N", email: "n", roles: [role] };
  return contextOf(actor, databaseOn(pool));
}

async function everything(filter: BookFilter, by: TriageSort, descending: boolean, limit = 7): Promise<TriageRow[]> {
  const found: TriageRow[] = [];
  for (let after: Awaited<ReturnType<typeof listBook>>["next"] | undefined; after !== null; ) {
    const page = await listBook(ctx, filter, { sort: { by, descending }, after: after ?? null, limit });
    found.push(...page.rows);
    after = page.next;
  }
  return found;
}

const ids = (rows: readonly { accountId: number }[]) => rows.map(({ accountId }) => accountId);
const VALUES: Record<TriageSort, (row: TriageRow) => number | string | null> = {
  ...{ priority: (row) => row.priority, arr: (row) => row.arrCents, health: (row) => row.health },
  ...{ change: (row) => row.delta30, decide_by: (row) => row.decideBy, name: () => null },
};

describe("the list of everything", () => {
  const sorts = Object.keys(TRIAGE_SORTS) as TriageSort[];
  it.each(sorts.flatMap((by) => [[by, false] as const, [by, true] as const]))(
    "by %s (descending: %s) gives every account once, in order, those without a value last",
    async (by, descending) => {
      const rows = await everything(all, by, descending);
      expect(new Set(ids(rows)).size).toBe(rows.length);
      expect(rows).toHaveLength((await countBook(ctx, all)).accounts);
      const values = rows.map(VALUES[by]);
      const known = values.filter((value) => value !== null);
      expect(values.slice(0, known.length)).toEqual(known);
      const up = [...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(known).toEqual(descending ? up.reverse() : up);
    },
  );

  it.each(GROUPS)(
    "grouped by %s adds up to the filter's own totals, and each group lists what it counts",
    async (by) => {
      for (const filter of [all, { ...all, tones: [1, 2] }, { ...all, tag: "vip" }]) {
        const groups = await listBookGroups(ctx, filter, by);
        const total = await countBook(ctx, filter);
        expect(groups.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(total.accounts);
        expect(groups.reduce((sum, { arrCents }) => sum + arrCents, 0)).toBe(total.arrCents);
        for (const { key, accounts, arrCents } of groups) {
          const rows = await everything({ ...filter, group: { by, key } }, "arr", true);
          expect(rows).toHaveLength(accounts);
          expect(rows.reduce((sum, row) => sum + (row.arrCents ?? 0), 0)).toBe(arrCents);
        }
      }
    },
  );

  it("takes totals from the run's aggregates only where these are what a count would find", async () => {
    const { rows } = await pool.query("select distinct segment from triage where segment is not null");
    const filters = [all, { ...all, tones: [0, 3] }, ...rows.map(({ segment }) => ({ ...all, segment, tones: [1] }))];
    for (const filter of filters)
      expect(await countBook(ctx, filter)).toEqual(
        await countBook(ctx, { ...filter, q: "", accountIds: ids(await everything(all, "arr", true)) }),
      );
  });

  it.each(["csm", "am", "manager"] as const)(
    "says how a %s stands to each account as the server judges it",
    async (role) => {
      const who = await as(role);
      const { rows } = await listBook(who, all, { sort: { by: "name", descending: false }, limit: 999 });
      const expected = await Promise.all(rows.map(({ accountId }) => relationTo(who, accountId)));
      const found = rows.map(({ own, team }) => ({ own, team }));
      const byId = new Map((await listBookTargets(who, all, 999)).map((target) => [target.accountId, target]));
      expect(found).toEqual(expected);
      expect(new Set(found.map(({ own, team }) => own || team)).size).toBe(2);
      expect(rows.map(({ accountId }) => byId.get(accountId))).toMatchObject(found);
      const [first] = rows;
      expect((await findAccount(who, first?.slug ?? ""))?.now).toMatchObject(found[0] ?? {});
    },
  );

  it("holds of a private book one's own accounts alone, in rows, totals, groups and targets", async () => {
    await pool.query("update settings set visibility = 'own'");
    const csm = await as("csm");
    const me = csm.actor.kind === "person" ? csm.actor.personId : -1;
    const { rows } = await pool.query("select account_id as id from triage where $1 in (csm_id, am_id)", [me]);
    const own = rows.map(({ id }) => id).sort();
    const page = await listBook(csm, all, { sort: { by: "arr", descending: true }, limit: 999 });
    const targets = await listBookTargets(csm, all, 999);
    const groups = await listBookGroups(csm, all, "band");
    const total = await countBook(csm, all);
    await pool.query("update settings set visibility = 'all'");
    expect(ids(page.rows).sort()).toEqual(own);
    expect(ids(targets).sort()).toEqual(own);
    expect(total.accounts).toBe(own.length);
    expect(groups.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(own.length);
  });
});

describe("the list's address", () => {
  const asked = (search: string) => filterOf(loadAccountsParams(new URLSearchParams(search)), "USD");
  const count = async (condition: string) => (await pool.query(`select * from triage where ${condition}`)).rows.length;

  it.each([
    ["band=red,yellow", "tone in (1, 2)"],
    ["measured=green&people=red", "score_tone = 3 and people_tone = 1"],
    ["diverges=1", "divergence is not null"],
    ["owner=none", "csm_id is null and am_id is null"],
    ["tag=vip", "account_id % 5 = 0"],
    ["arr=50000..250000", "arr_cents between 5000000 and 25000000"],
    ["arr=..50000.50", "arr_cents <= 5000050"],
    ["score=0..49", "floor(score) <= 49"],
    ["renews=..90d", "decide_by between '2026-11-30' and '2027-02-28'"],
    ["renews=2026-12-01..2026-12-31", "decide_by between '2026-12-01' and '2026-12-31'"],
    ["reason=card&q=a", "reasons @> '[{\"key\": \"card\"}]' and name ilike '%a%'"],
  ])("%s asks for what it says", async (search, condition) => {
    expect(await everything(asked(search), "name", false, 50)).toHaveLength(await count(condition));
  });

  it("drops what is not understood, says so, and keeps one order of its parts", async () => {
    const raw = {
      sort: "-arr",
      band: "red,blue",
      score: "9..1",
      arr: "x",
      renews: "soon",
      q: "a",
      owner: "u",
      junk: "1",
    };
    const read = understood(raw, loadAccountsParams(raw));
    expect(Object.entries(read.query)).toEqual([
      ["q", "a"],
      ["band", "red"],
      ["sort", "-arr"],
    ]);
    expect(read.dropped).toEqual(["band=red,blue", "owner=u", "arr=x", "score=9..1", "renews=soon"]);
  });

  it("offers the segments, regions and tags that there are", async () => {
    const { segments, regions, tags } = await listFacets(ctx);
    expect(tags).toEqual(["vip"]);
    expect(segments).toContain("Enterprise");
    expect(regions.length).toBeGreaterThan(0);
  });
});
