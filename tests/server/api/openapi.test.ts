import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { openApi } from "@/lib/api/openapi";
import { OPERATIONS } from "@/lib/api/operations";
import { DEFAULT_MODEL } from "@/lib/core/templates/default-model";
import { apiWorld, ROUTE_FILES, send, type World } from "./world";

const card = { champion: "active", executive: "n/a", outcome: "defensible", reason: "Met Ana on the 12th" };
const SCORE = OPERATIONS.find(({ id }) => id === "score")?.example;

/** A request of each operation; batches of tables get a row of their own below. */
const REQUESTS: Record<string, [address: string, body?: unknown]> = {
  listAccounts: ["/accounts"],
  getAccount: ["/accounts/a-1"],
  patchAccount: ["/accounts/a-1", { segment: "Enterprise", attributes: { plan: null, tier: 3 } }],
  getScore: ["/accounts/a-1/score?asof=2026-10-15"],
  listSnapshots: ["/accounts/acme/snapshots"],
  score: ["/score", SCORE],
  getScorecard: ["/accounts/a-1/scorecards/2026-10"],
  putScorecard: ["/accounts/a-1/scorecards/2026-11", card],
  batchScorecards: ["/scorecards:batch", { rows: [{ account_id: "a-3", period: "2026-11", ...card }] }],
  getDistribution: ["/portfolio/distribution"],
  getMigration: ["/portfolio/migration?from=2026-10-10&to=2026-11-30"],
  getRenewals: ["/portfolio/renewals"],
  getShift: ["/portfolio/shift?quarter=2026-11-30"],
  getValidation: ["/validation"],
  listModels: ["/models"],
  postModel: ["/models", { model: DEFAULT_MODEL }],
  publishDraft: ["/models/1:publish", { revision: 0, note: "By the API" }],
  listRuns: ["/runs"],
  listDivergences: ["/divergences"],
  listOutcomes: ["/outcomes"],
  postImport: ["/imports?file_name=usage.csv&table=usage_days", "account_id,day,active_users\na-1,2026-11-03,5\n"],
  getImport: ["/imports/1"],
  undoImport: ["/imports/1:undo"],
};

let world: World;
let admin: string;
beforeAll(async () => {
  world = await apiWorld();
  admin = await world.key("admin");
}, 240_000);

type Path = Record<string, { operationId: string; responses: Record<string, { content?: object }> }>;
const document = () => openApi() as { openapi: string; paths: Record<string, Path> };

describe("the OpenAPI document", () => {
  it("is of version 3.1 and can be read without a key", async () => {
    const response = await send("GET", "/openapi.json");
    expect(await response.json()).toMatchObject({ openapi: "3.1.0", paths: { "/accounts": {} } });
  });

  it("has every route file under /api/v1, with its methods, and no operation without one", () => {
    const inFiles = ROUTE_FILES.flatMap((file) => {
      const path = `/${file.replace(/\/?route\.ts$/, "")}`;
      const methods = [
        ...readFileSync(`app/api/v1/${file}`, "utf8").matchAll(
          /^export (?:const|async function|function) ([A-Z]+)\b/gm,
        ),
      ];
      return methods.map(([, method]) => `${method} ${path.replace(/\[(\w+)\]/g, "{$1}")}`);
    });
    const inDocument = Object.entries(document().paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) =>
          `${method.toUpperCase()} ${path.includes(":batch") ? "/{operation}" : path.replace(/:(undo|publish)$/, "")}`,
      ),
    );
    expect([...new Set(inDocument)].sort()).toEqual(inFiles.filter((file) => file !== "GET /openapi.json").sort());
  });

  it("names every operation once, and this test asks each of them", () => {
    const ids = OPERATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !id.startsWith("batch_")).sort()).toEqual(Object.keys(REQUESTS).sort());
  });

  it.each(OPERATIONS.map((operation) => [operation.id, operation] as const))(
    "%s answers what its schema says",
    async (id, operation) => {
      const table = /^batch_(.+)$/.exec(id)?.[1];
      const [address, body] = REQUESTS[id] ?? [`/${table}:batch`, { rows: [{ account_id: "a-1" }] }];
      const { status, json } = await world.ask(admin, operation.method, address, body);
      expect([status, json.detail]).toEqual([200, undefined]);
      expect(() => operation.answer.parse(json)).not.toThrow();
      if (json.rows?.length === 0) expect.fail("an empty list proves nothing");
    },
  );
});
