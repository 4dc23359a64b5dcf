import { beforeAll, expect, it } from "vitest";
import { publishModel } from "@/lib/commands/publish-model";
import { replayDecisions } from "@/lib/commands/replay-decisions";
import { withdrawVersion } from "@/lib/commands/withdraw-version";
import { DEFAULT_MODEL } from "@/lib/core/templates/default-model";
import { type Ctx, systemContext } from "@/lib/server/context";
import { apiWorld, type World } from "./world";

let world: World;
let key: string;
let ctx: Ctx;
beforeAll(async () => {
  world = await apiWorld();
  key = await world.key("read");
  ctx = await systemContext("test");
}, 240_000);

const get = (query: string) => world.ask(key, "GET", `/validation${query}`);
const planned = {
  ...DEFAULT_MODEL,
  definitions: { default: { ...DEFAULT_MODEL.definitions.default, coverageFloor: 0.5 } },
};

it("a version that does not exist is refused by its field, with those that there are", async () => {
  const { status, json, headers } = await get("?version=99");
  expect([status, headers.get("content-type")]).toEqual([422, "application/problem+json"]);
  expect(json).toMatchObject({
    type: "urn:bellwether:problem:invalid",
    instance: "/api/v1/validation",
    detail: "There is no version 99 of the model, or it was withdrawn. There are: 1.",
    errors: [{ field: "version", detail: "must be one of 1" }],
  });
  expect((await get("?version=1")).json).toMatchObject({ version: 1, left_out: { waiting: 3 } });
  expect((await get("")).json).toMatchObject({ version: 1, left_out: { waiting: 3 } });
});

it("a planned version has figures once its past is computed, and is refused before that and once it is withdrawn", async () => {
  const { version } = await publishModel(ctx, { model: planned, note: "Later", effectiveFrom: "2026-12-15" });
  const asked = `?version=${version}&horizon=30`;
  const before = await get(asked);
  expect([before.status, before.json.errors]).toEqual([
    422,
    [
      {
        field: "version",
        detail: `is not computed 30 days before decisions: npm run validate -- --horizon 30 --version ${version} does it at once`,
      },
    ],
  ]);
  await replayDecisions(ctx, { versions: [version], horizons: [30] });
  const then = await get(asked);
  expect([then.status, then.json.version, then.json.left_out.waiting]).toEqual([200, version, 0]);
  await withdrawVersion(ctx, { version, reason: "Not yet." });
  const after = await get(asked);
  expect([after.status, after.json.errors]).toEqual([422, [{ field: "version", detail: "must be one of 1" }]]);
});
