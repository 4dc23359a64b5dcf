import { beforeAll, describe, expect, it } from "vitest";
import { apiWorld, TODAY, type World } from "./world";

let world: World;
let key: string;
beforeAll(async () => {
  world = await apiWorld();
  key = await world.key("read");
}, 240_000);

const get = (address: string) => world.ask(key, "GET", address);
async function names(query: string): Promise<string[]> {
  const { status, json } = await get(`/accounts?sort=name&${query}`);
  expect([status, json.errors]).toEqual([200, undefined]);
  return json.rows.map(({ name }: { name: string }) => name[0]);
}

describe("GET /accounts", () => {
  it("gives every account with its money in minor units and its bands as the filters name them", async () => {
    const { json } = await get("/accounts?q=acme");
    expect(json).toMatchObject({ as_of: TODAY, standing: "heuristic, not validated", next_cursor: null });
    expect(json.rows).toMatchObject([
      {
        account_id: "a-1",
        slug: "acme",
        segment: "SMB",
        region: "EU",
        csm: { name: "Ann", email: "ann@x.test" },
        am: null,
      },
    ]);
    expect(json.rows[0].arr).toEqual({ arr_cents: 1_200_000, currency: "USD" });
  });

  it.each([
    ["segment=SMB", "AC"],
    ["region=us", "BC"],
    ["arr=5000..50000", "A"],
    ["arr=..12000", "AC"],
    ["arr=12000..12000", "A"],
    ["owner=ann@x.test", "ABC"],
    ["owner=bob@x.test", ""],
    ["owner=none", ""],
    ["people=red", "ABC"],
    ["people=green", ""],
    ["q=chi", "C"],
    ["renews=..90d", "ABC"],
    ["renews=..5d", ""],
    ["renews=2026-12-01..2027-01-31", "ABC"],
    ["renews=2027-02-01..", ""],
    ["asof=2026-10-15", "ABC"],
    ["asof=2026-10-15&segment=Enterprise", "B"],
    ["asof=2026-10-15&region=EU", "A"],
    ["between=2026-10-15..2026-11-30", "ABC"],
  ])("filters by %s", async (query, expected) => {
    expect((await names(query)).join("")).toBe(expected);
  });

  it("splits the book by each band filter, so that the parts are the whole", async () => {
    for (const filter of ["band", "measured", "people"]) {
      const parts = await Promise.all(["none", "red", "yellow", "green"].map((word) => names(`${filter}=${word}`)));
      expect(parts.flat().sort().join("")).toBe("ABC");
      expect((await names(`${filter}=none,red,yellow,green`)).join("")).toBe("ABC");
    }
  });

  it("splits the book by score as it is shown", async () => {
    const all = (await get("/accounts?sort=name")).json.rows as { name: string; score: number | null }[];
    const known = all.filter(({ score }) => score !== null);
    for (const { name, score } of known) {
      const shown = Math.floor(score as number);
      expect(await names(`score=${shown}..${shown}`)).toContain(name[0]);
      expect(await names(`score=${shown + 1}..`)).not.toContain(name[0]);
    }
  });

  it("pages by a cursor through every order without losing or repeating an account", async () => {
    for (const by of ["priority", "arr", "health", "score", "change", "decide_by", "name"]) {
      for (const sign of ["", "-"]) {
        const seen: string[] = [];
        let cursor = "";
        for (let page = 0; page < 4; page++) {
          const { json } = await get(`/accounts?limit=1&sort=${sign}${by}${cursor && `&cursor=${cursor}`}`);
          seen.push(...json.rows.map(({ account_id }: { account_id: string }) => account_id));
          if (!json.next_cursor) break;
          cursor = json.next_cursor;
        }
        expect(seen.length, `${sign}${by}`).toBe(3);
        expect(new Set(seen).size).toBe(3);
      }
    }
  });

  it.each([
    ["colour=red", "colour"],
    ["band=purple", "band"],
    ["arr=..", "arr"],
    ["limit=501", "limit"],
    ["limit=0", "limit"],
    ["asof=2026-02-30", "asof"],
    ["moved=green.red", "between"],
    ["between=2026-11-30..2026-10-01", "between"],
    ["asof=2026-10-15&diverges=1", "diverges"],
    ["asof=2026-10-15&sort=priority", "sort"],
    ["owner=nobody@x.test", "owner"],
    ["cursor=abc", "cursor"],
    ["band=red&band=green", "band"],
  ])("refuses %s and names the parameter", async (query, field) => {
    const { status, json, headers } = await get(`/accounts?${query}`);
    expect([status, headers.get("content-type")]).toEqual([422, "application/problem+json"]);
    expect(json).toMatchObject({ type: "urn:bellwether:problem:invalid", status: 422, instance: "/api/v1/accounts" });
    expect(json.errors[0].field).toBe(field);
  });

  it("refuses a cursor of another order", async () => {
    const { json } = await get("/accounts?limit=1&sort=name");
    expect((await get(`/accounts?limit=1&sort=arr&cursor=${json.next_cursor}`)).status).toBe(422);
  });
});

describe("one account", () => {
  it("is found by its id in the source, whatever characters it has, and by its slug", async () => {
    for (const id of ["a%2F2%20%C3%BC", "brick-co"]) {
      expect((await get(`/accounts/${id}`)).json).toMatchObject({ account_id: "a/2 ü", name: "Brick & Co" });
      expect((await get(`/accounts/${id}/score`)).json).toMatchObject({ account_id: "a/2 ü", basis: "as_published" });
    }
  });

  it("answers 404 for an unknown id, on every address under it", async () => {
    for (const rest of ["", "/score", "/snapshots", "/scorecards/2026-10"]) {
      const { status, json } = await get(`/accounts/nobody${rest}`);
      expect([status, json.type]).toEqual([404, "urn:bellwether:problem:not_found"]);
    }
    expect((await get("/divergences?account=nobody")).status).toBe(404);
    expect((await get("/accounts/a-1/scorecards/2026-09")).status).toBe(404);
  });

  it("has a score whose contributions sum to it, as published today and replayed on a day without a run", async () => {
    for (const [query, basis] of [
      ["", "as_published"],
      ["?asof=2026-10-15", "replayed"],
    ]) {
      const { json } = await get(`/accounts/a-1/score${query}`);
      expect(json).toMatchObject({ basis, standing: "heuristic, not validated", account_id: "a-1" });
      const sum = json.contributions.reduce(
        (total: number, part: { contribution: number }) => total + part.contribution,
        0,
      );
      expect(sum).toBeCloseTo(json.raw, 9);
    }
    expect((await get("/accounts/a-1/score?asof=2027-01-01")).status).toBe(422);
    expect((await get("/accounts/a-1/score?asof=2020-01-01")).status).toBe(404);
  });

  it("is given with its standing, where the shape of the answer is fixed in a header", async () => {
    const model = { measures: [{ key: "a", weight: 1, scoring: { type: "linear", worst: 0, best: 10 } }] };
    const { headers, json } = await world.ask(key, "POST", "/score", { model, readings: { a: 5 } });
    expect(json).toMatchObject({ score: 50 });
    expect(json).not.toHaveProperty("standing");
    expect(headers.get("bellwether-standing")).toBe("heuristic, not validated");
    const refused = await world.ask(key, "POST", "/score", { model: {}, readings: {} });
    expect(refused.headers.has("bellwether-standing")).toBe(false);
  });

  it("has a history that pages forward in time", async () => {
    const whole = (await get("/accounts/a-1/snapshots?limit=500")).json.rows;
    const seen = [];
    let cursor = "";
    do {
      const { json } = await get(`/accounts/a-1/snapshots?limit=20${cursor && `&cursor=${cursor}`}`);
      seen.push(...json.rows);
      cursor = json.next_cursor ?? "";
    } while (cursor);
    expect(whole.length).toBeGreaterThan(40);
    expect(seen).toEqual(whole);
  });
});

describe("the portfolio", () => {
  it("adds up: the bands to the accounts, the moves to both days", async () => {
    const now = (await get("/portfolio/distribution")).json;
    expect(now).toMatchObject({ day: TODAY, currency: "USD", total: { accounts: 3, arr_cents: 10_500_000 } });
    const { json } = await get("/portfolio/migration?from=2026-10-15&to=2026-11-30");
    const there = json.moves.filter(({ to }: { to: string }) => to !== "out");
    expect(there.reduce((sum: number, move: { accounts: number }) => sum + move.accounts, 0)).toBe(3);
    expect((await get("/portfolio/distribution?segment=SMB&owner=ann@x.test")).json.total.accounts).toBe(2);
    const { months, total } = (await get("/portfolio/renewals")).json;
    expect(months.reduce((sum: number, { arr_cents }: { arr_cents: number }) => sum + arr_cents, 0)).toBe(
      total.arr_cents,
    );
  });

  it("lists divergences and outcomes page by page, newest first, each once", async () => {
    for (const list of ["divergences", "outcomes"]) {
      const whole = (await get(`/${list}`)).json.rows;
      const first = (await get(`/${list}?limit=2`)).json;
      const second = (await get(`/${list}?limit=2&cursor=${first.next_cursor}`)).json;
      expect([...first.rows, ...second.rows]).toEqual(whole);
      expect([whole.length, second.next_cursor]).toEqual([3, null]);
    }
    expect((await get("/divergences?severe=1&state=open")).json.rows).toMatchObject([{ account_id: "a-1", gap: 40.3 }]);
    expect((await get("/divergences?state=settled")).json.rows).toEqual([]);
    expect((await get("/outcomes?account=a-3")).json.rows).toMatchObject([
      { account_id: "a-3", before: { arr_cents: 100, currency: "USD" }, after: null },
    ]);
  });
});
