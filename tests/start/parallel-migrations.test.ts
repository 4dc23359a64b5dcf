import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { databaseUrl } from "@/tests/global-setup";

const PROCESSES = 4;
const ROUNDS = 15;
const KNOWN: number = JSON.parse(readFileSync("drizzle/meta/_journal.json", "utf8")).entries.length;

let processes: ChildProcess[] = [];
beforeAll(async () => {
  const execArgv = ["--import", "tsx"];
  processes = Array.from({ length: PROCESSES }, () => fork("tests/start/migrating-process.ts", { execArgv }));
  await Promise.all(processes.map((each) => once(each, "message")));
}, 240_000);
afterAll(() => {
  for (const each of processes) each.kill();
});

test("migrations started by four processes at once are applied once", async () => {
  const { url: server, run } = inject("testServer");
  for (let round = 0; round < ROUNDS; round++) {
    const name = `${run}_migrating`;
    await query(server, `create database ${name}`);
    const url = databaseUrl(server, name);
    const answers = processes.map((each) => once(each, "message"));
    for (const each of processes) each.send(url);
    expect((await Promise.all(answers)).map(([answer]) => answer)).toEqual(Array(PROCESSES).fill("done"));
    const applied =
      "select count(*)::int as applied, count(distinct hash)::int as different from drizzle.__drizzle_migrations";
    expect(await query(url, applied)).toEqual([{ applied: KNOWN, different: KNOWN }]);
    await query(server, `drop database ${name} with (force)`);
  }
});

async function query(url: string, statement: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}
