import { createHash } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { importFile } from "@/lib/commands/import-file";
import { undoImport } from "@/lib/commands/undo-import";
import { systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
let folder: string;
beforeAll(async () => {
  ({ pool } = await testDatabase());
  folder = await mkdtemp(join(tmpdir(), "undo-"));
});

async function bring(table: string, csv: string): Promise<number> {
  const path = join(folder, `${table}.csv`);
  await writeFile(path, csv);
  await importFile(await systemContext("import"), { table, path, mapping: null });
  return (await pool.query("select max(id) as id from imports")).rows[0].id;
}

const undo = async (importId: number) => undoImport(await systemContext("import"), { importId });

/** Everything that imports write, row by row; ids are told by what they stand for. */
const STATE: Record<string, string> = {
  accounts: `select a.external_id, a.name, a.slug, a.domain, a.recorded_at, p.external_id as parent from accounts a left join accounts p on p.id = a.parent_id`,
  owners: `select a.external_id, valid_from, csm.email as csm, am.email as am from account_owners o join accounts a on a.id = account_id
    left join people csm on csm.id = csm_id left join people am on am.id = am_id`,
  attributes:
    "select a.external_id, valid_from, segment, attributes from account_attributes join accounts a on a.id = account_id",
  people:
    "select p.email, p.name, m.email as manager, (select array_agg(role order by role) from person_roles where person_id = p.id) as roles from people p left join people m on m.id = p.manager_id",
  feeds: "select feed, first_day, last_day, rows from feeds",
  told: "select feed, day, through from told_days",
  waiting: "select import_id, table_name, account_key, line, cells from waiting_rows",
  ...Object.fromEntries(
    ["contracts", "usage_days", "tickets", "metrics", "scorecards"].map((table) => [
      table,
      `select a.external_id as account, (to_jsonb(t) - 'id' - 'account_id')::text as row from ${table} t join accounts a on a.id = t.account_id`,
    ]),
  ),
};

async function state(): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const [name, sql] of Object.entries(STATE)) {
    const { rows } = await pool.query<{ row: string }>(`select row_to_json(x)::text as row from (${sql}) x order by 1`);
    sums[name] = `${rows.length} ${createHash("sha256")
      .update(rows.map(({ row }) => row).join("\n"))
      .digest("hex")
      .slice(0, 12)}`;
  }
  return sums;
}

/** A small deterministic generator (mulberry32). */
function random(seed: number): (below: number) => number {
  let a = seed;
  return (below) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const day = (n: number) => `2026-0${1 + (n % 6)}-${String(1 + (n % 27)).padStart(2, "0")}`;

/** A file of some table with few keys, so that files meet in the same rows. */
function randomFile(next: (below: number) => number): [string, string] {
  const rows = Array.from({ length: 1 + next(8) }, () => next);
  const account = () => `u-${next(6)}`;
  const unique = <Row extends string[]>(list: Row[]) => [...new Map(list.map((row) => [row[0], row])).values()];
  switch (next(7)) {
    case 0:
      return [
        "accounts",
        `account_id,name,segment,parent_account_id,csm_email,arr,contract_start,attributes.x\n${unique(
          rows.map(() => [
            account(),
            `N${next(3)}`,
            `S${next(3)}`,
            account(),
            next(2) ? "p0@x.test" : "",
            String(next(900)),
            day(next(3)),
            String(next(4)),
          ]),
        )
          .map((row) => row.join(","))
          .join("\n")}\n`,
      ];
    case 1:
      return [
        "people",
        `email,name,role,manager_email\n${unique(
          rows.map(() => [`p${next(3)}@x.test`, `P${next(4)}`, next(2) ? "csm" : "am;viewer", ""]),
        )
          .map((row) => row.join(","))
          .join("\n")}\n`,
      ];
    case 2:
      return [
        "usage_days",
        `account_id,day,events,logins\n${rows.map(() => [account(), day(next(4)), next(5), next(2) ? next(9) : ""].join(",")).join("\n")}\n`,
      ];
    case 3:
      return [
        "tickets",
        `account_id,id,opened_at,severity,csat\n${rows.map(() => [account(), `t${next(5)}`, day(next(9)), next(2) ? "high" : "low", 1 + next(5)].join(",")).join("\n")}\n`,
      ];
    case 4:
      return [
        "contracts",
        `account_id,id,starts_on,arr\n${rows.map(() => [account(), `c${next(2)}`, day(next(9)), next(1000)].join(",")).join("\n")}\n`,
      ];
    case 5:
      return [
        "metrics",
        `account_id,key,day,value\n${rows.map(() => [account(), `k${next(2)}`, day(next(3)), next(50)].join(",")).join("\n")}\n`,
      ];
    default:
      return [
        "scorecards",
        `account_id,period,champion,executive,outcome\n${rows.map(() => [account(), `2026-0${1 + next(3)}`, next(2) ? "active" : "missing", "lapsed", "defensible"].join(",")).join("\n")}\n`,
      ];
  }
}

describe("undoing an import", () => {
  it("restores every table, whichever files came before", async () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const next = random(seed);
      const [table, csv] = randomFile(next);
      const before = await state();
      const id = await bring(table, csv);
      await undo(id);
      expect(await state(), `seed ${seed}: ${table}\n${csv}`).toEqual(before);
      // What the next round meets.
      await bring(...randomFile(next));
    }
  }, 240_000);

  it("leaves nothing of any of them when all are undone, in whatever order", async () => {
    for (let seed = 100; seed < 112; seed += 1) {
      const next = random(seed);
      const before = await state();
      const ids: number[] = [];
      const files: string[] = [];
      for (let n = 0; n < 4; n += 1) {
        const [table, csv] = randomFile(next);
        files.push(`${table}\n${csv}`);
        ids.push(await bring(table, csv));
      }
      while (ids.length > 0) await undo(ids.splice(next(ids.length), 1)[0] as number);
      expect(await state(), `seed ${seed}\n${files.join("\n")}`).toEqual(before);
    }
  }, 240_000);
});
