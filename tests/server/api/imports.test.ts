import { beforeAll, expect, it } from "vitest";
import { apiWorld, type World } from "./world";

let world: World;
let key: string;
beforeAll(async () => {
  world = await apiWorld();
  key = await world.key("admin");
}, 240_000);

const post = (query: string, body: string, headers?: Record<string, string>) =>
  world.ask(key, "POST", `/imports?${query}`, body, headers);
const jobs = async () =>
  (
    await world.pool.query(
      "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'import-session'",
    )
  ).rows[0].n as number;

it("a file with our columns goes to the worker, once however often it is sent under one Idempotency-Key", async () => {
  const csv = "account_id,day,active_users\na-1,2026-11-03,5\n";
  const once = { "idempotency-key": "file-1" };
  const first = await post("file_name=usage.csv&table=usage_days", csv, once);
  expect(first.json).toMatchObject({
    table: "usage_days",
    file_name: "usage.csv",
    needs_mapping: false,
    status: "uploaded",
  });
  const again = await post("file_name=usage.csv&table=usage_days", csv, once);
  expect([again.json.id, await jobs()]).toEqual([first.json.id, 1]);
  expect((await world.ask(key, "GET", `/imports/${first.json.id}`)).json).toEqual(first.json);
});

it("a file that does not say what it is waits for a person and is not imported", async () => {
  const before = await jobs();
  const { json } = await post("file_name=odd.csv", "shape,hue\nround,red\n");
  expect([json.needs_mapping, await jobs()]).toEqual([true, before]);
});

it("a file is not mixed with the demo company unasked", async () => {
  await world.pool.query("update settings set is_demo = true");
  const csv = "account_id,day,active_users\na-1,2026-11-04,5\n";
  expect((await post("file_name=usage.csv&table=usage_days", csv)).status).toBe(409);
  expect((await post("file_name=usage.csv&table=usage_days&into_demo=1", csv)).status).toBe(200);
});

it("an empty file and one without a name are refused by name", async () => {
  expect((await post("file_name=empty.csv", "")).json.detail).toMatch(/empty\.csv is empty/);
  expect((await post("table=usage_days", "a\n1\n")).json.errors).toMatchObject([{ field: "file_name" }]);
});
