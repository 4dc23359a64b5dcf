import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { acquireDatabase, findDatabase } from "@/db/embedded/acquire-database.mjs";

vi.setConfig({ testTimeout: 240_000 });

const folder = mkdtempSync(join(tmpdir(), "bellwether-"));
const dir = join(folder, "pg");
beforeAll(async () => (await acquireDatabase({ dir })).release());
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));

async function answers(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  client.on("error", () => {});
  const { rows } = await client.query("select lower('É') as lower");
  await client.end();
  return rows[0].lower;
}

test("several users share one server, and the last to leave stops it", async () => {
  const [one, two, three] = await Promise.all([
    acquireDatabase({ dir }),
    acquireDatabase({ dir }),
    acquireDatabase({ dir }),
  ]);
  expect([two.pid, three.pid]).toEqual([one.pid, one.pid]);
  await one.release();
  await two.release();
  expect(await answers(three.url)).toBe("é");
  await three.release();
  expect(findDatabase(dir)).toBeNull();
});

test("after its server is killed the database comes back with what was committed", async () => {
  const first = await acquireDatabase({ dir });
  const client = new Client({ connectionString: first.url });
  client.on("error", () => {});
  await client.connect();
  await client.query("create table kept as select 1 as one");
  process.kill(first.pid, "SIGKILL");
  // A process lives on for a moment after it is killed.
  await expect.poll(() => findDatabase(dir), { timeout: 120_000, interval: 10 }).toBeNull();
  const second = await acquireDatabase({ dir });
  expect(second.pid).not.toBe(first.pid);
  const again = new Client({ connectionString: second.url });
  await again.connect();
  expect((await again.query("select one from kept")).rows).toEqual([{ one: 1 }]);
  await again.end();
  await second.release();
  await first.release();
  expect(findDatabase(dir)).toBeNull();
});

test("a crash leaves no lease, lock or half-made cluster behind", async () => {
  const left = () => readdirSync(dir).filter((name) => name.startsWith("lock") || name.startsWith("creating"));
  expect(readdirSync(join(dir, "leases"))).toEqual([]);
  // The keepers of those who have left look once more, each under the lock, before they go too.
  await expect.poll(left, { timeout: 120_000, interval: 50 }).toEqual([]);
});

test("the password is kept where only its owner reads it", () => {
  expect(readFileSync(join(dir, "password"), "utf8")).toHaveLength(32);
  expect(modeOf("password")).toBe("600");
});

function modeOf(name: string): string {
  return (statSync(join(dir, name)).mode & 0o777).toString(8);
}
