import { beforeAll, describe, expect, it } from "vitest";
import { apiWorld, TODAY, type World } from "./world";

let world: World;
let keys: { read: string; write: string; admin: string };
beforeAll(async () => {
  world = await apiWorld();
  keys = { read: await world.key("read"), write: await world.key("write"), admin: await world.key("admin") };
}, 240_000);

async function query<Row>(text: string): Promise<Row[]> {
  return (await world.pool.query(text)).rows as Row[];
}

describe("changing an account", () => {
  it("merges fields and attributes from today on, and answers the new ETag", async () => {
    const before = await world.ask(keys.read, "GET", "/accounts/a-3");
    const ifMatch = { "if-match": before.headers.get("etag") ?? "" };
    const change = {
      name: "Chisel Ltd",
      segment: "Enterprise",
      attributes: { plan: null, tier: 3 },
      domain: "chisel.test",
    };
    const after = await world.ask(keys.write, "PATCH", "/accounts/a-3", change, ifMatch);
    expect(after.json).toMatchObject({
      name: "Chisel Ltd",
      segment: "Enterprise",
      attributes: { tier: 3 },
      domain: "chisel.test",
      region: "US",
    });
    expect(after.headers.get("etag")).not.toBe(before.headers.get("etag"));
    const dated =
      "select valid_from, segment from account_attributes join accounts on id = account_id where external_id = 'a-3' order by 1";
    expect(await query(dated)).toEqual([
      { valid_from: "2025-01-01", segment: "SMB" },
      { valid_from: TODAY, segment: "Enterprise" },
    ]);
    const lost = await world.ask(keys.write, "PATCH", "/accounts/a-3", { name: "Mine" }, ifMatch);
    expect(lost.status).toBe(412);
    expect(lost.json).toMatchObject({
      type: "urn:bellwether:problem:precondition",
      current: { name: "Chisel Ltd" },
      sent: { name: "Mine" },
    });
    expect(lost.headers.get("etag")).toBe(after.headers.get("etag"));
  });

  it("lets one of twenty changes made on the same version win", async () => {
    const { headers } = await world.ask(keys.read, "GET", "/accounts/a-1");
    const change = (i: number) =>
      world.ask(keys.write, "PATCH", "/accounts/a-1", { industry: `I${i}` }, { "if-match": headers.get("etag") ?? "" });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => change(i)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
  });

  it("names what it cannot take", async () => {
    const refusedField = async (change: object) => {
      const { status, json } = await world.ask(keys.admin, "PATCH", "/accounts/a-1", change);
      return [status, json.errors?.[0]?.field];
    };
    expect(await refusedField({ parent_account_id: "a-1" })).toEqual([422, "parent_account_id"]);
    expect(await refusedField({ csm_email: "nobody@x.test" })).toEqual([422, "csm_email"]);
    expect(await refusedField({ name: null })).toEqual([422, "name"]);
    expect(await refusedField({ health: 90 })).toEqual([422, "health"]);
    expect((await world.ask(keys.admin, "PATCH", "/accounts/nobody", { name: "x" })).status).toBe(404);
  });
});

describe("giving a scorecard", () => {
  const address = "/accounts/a%2F2%20%C3%BC/scorecards/2026-11";
  const card = { champion: "at_risk", executive: "lapsed", outcome: "in_development" };

  it("asks for the reasons that the screens ask for", async () => {
    const { status, json } = await world.ask(keys.write, "PUT", address, card);
    expect(status).toBe(422);
    expect(json.errors.map(({ field }: { field: string }) => field)).toEqual([
      "reasons.champion",
      "reasons.executive",
      "reasons.outcome",
    ]);
    expect((await world.ask(keys.write, "PUT", address.replace("2026-11", "2026-01"), card)).json.detail).toMatch(
      /closed/,
    );
    expect((await world.ask(keys.write, "PUT", address.replace("2026-11", "soon"), card)).status).toBe(422);
  });

  it("is signed by the key, moves health at once, and tells both versions to who comes second", async () => {
    const said = { ...card, reason: "New sponsor Kim since the 3rd" };
    const first = await world.ask(keys.write, "PUT", address, said, { "if-none-match": "*" });
    expect([first.status, first.headers.get("etag")]).toEqual([200, '"1"']);
    expect(first.json).toMatchObject({ version: 1, submitted_on: TODAY, submitted_by: null, recorded_as: "import" });
    const second = await world.ask(keys.write, "PUT", address, { ...said, champion: "missing" }, { "if-match": '"0"' });
    expect(second.status).toBe(412);
    expect(second.json).toMatchObject({ current: { version: 1, champion: "at_risk" }, sent: { champion: "missing" } });
    const corrected = { ...said, champion: "missing", reasons: { champion: "Kim left on the 20th" } };
    const third = await world.ask(keys.write, "PUT", address, corrected, { "if-match": '"1"' });
    expect([third.status, third.json.version, third.json.reasons.champion]).toEqual([200, 2, "Kim left on the 20th"]);
    const { json } = await world.ask(keys.read, "GET", "/accounts/brick-co/score");
    expect(json.scorecard).toMatchObject({ period: "2026-11", champion: "missing" });
    const [entry] = await query<{ actor: string }>(
      "select actor from audit where entry = 'scorecard.submitted' order by id desc limit 1",
    );
    expect(entry?.actor).toMatch(/^key:/);
  });

  it("in a batch takes the good cards and names the others", async () => {
    const said = { ...card, reason: "Talked on the 5th" };
    const { json } = await world.ask(keys.write, "POST", "/scorecards:batch", {
      rows: [
        { account_id: "a-1", period: "2026-11", ...said },
        { account_id: "a-1", period: "2026-11", ...said },
        { account_id: "ghost", period: "2026-11", ...said },
        { account_id: "a-3", period: "2026-02", ...said },
        { account_id: "a-1", period: "2026-10", ...card },
        { account_id: "a-3", period: "2026-10", champion: "gone" },
      ],
    });
    expect(json).toMatchObject({ rows: 6, accepted: 1, rejected: 5 });
    const places = json.errors.map(({ index, field }: { index: number; field: string }) => `${index} ${field}`);
    expect(places).toEqual([
      "1 period",
      "2 account_id",
      "3 period",
      "4 reasons.champion",
      "5 champion",
      "5 executive",
      "5 outcome",
    ]);
  });
});
