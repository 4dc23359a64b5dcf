import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { requestImport } from "@/lib/commands/request-import";
import { importSession } from "@/lib/jobs/import-session";
import { systemContext } from "@/lib/server/context";
import { bringFiles } from "@/lib/start/tasks/import-bring";
import { readFlags, USAGE, undoOf } from "@/lib/start/tasks/import-flags";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
const folder = mkdtempSync(join(tmpdir(), "import-command-"));
beforeAll(async () => {
  ({ pool } = await testDatabase());
});

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

async function bring(...args: string[]): Promise<number> {
  const { values, positionals } = readFlags(args);
  return bringFiles(await systemContext("test"), positionals, values);
}

async function apply(sessionId: number) {
  await requestImport(await systemContext("test"), { sessionId, what: "apply", intoDemo: false });
  await importSession(sessionId, { isScored: false });
}

const ACCOUNTS = "account_id,name\na-1,Acme\na-2,Bolt\n";
const SUBSCRIPTIONS =
  "id,account_id,starts_on,ends_on,arr\nS-1,a-1,2026-01-01,2026-12-31,100\nS-2,a-2,2026-01-01,2026-12-31,200\n";
const USAGE_OF_SUBSCRIPTIONS = "sub,day,active_users\nS-1,2026-10-01,5\nS-2,2026-10-01,7\n";

describe("npm run import", () => {
  it("finds accounts through another file of the import, which a flag names with its columns", async () => {
    const files = [
      file("usage_days.csv", USAGE_OF_SUBSCRIPTIONS),
      file("contracts.csv", SUBSCRIPTIONS),
      file("accounts.csv", ACCOUNTS),
    ];
    await apply(await bring(...files, "--link", "sub=contracts.csv,id,account_id"));
    const { rows } = await pool.query(
      "select a.external_id as account, u.active_users as users from usage_days u join accounts a on a.id = u.account_id order by 1",
    );
    expect(rows).toEqual([
      { account: "a-1", users: 5 },
      { account: "a-2", users: 7 },
    ]);
    const later = file("usage_days.csv", USAGE_OF_SUBSCRIPTIONS.replaceAll("2026-10-01", "2026-10-02"));
    await apply(await bring(later, "--through", "sub=contracts"));
    expect((await pool.query("select count(*)::int as n from usage_days")).rows[0].n).toBe(4);
  });

  it("names the flag that is wrong, and what it may be", async () => {
    const usage = file("usage_days.csv", USAGE_OF_SUBSCRIPTIONS);
    const contracts = file("contracts.csv", SUBSCRIPTIONS);
    const link = (text: string) => bring(usage, contracts, "--link", text);
    await expect(link("sub")).rejects.toThrow('--link "sub": write --link COLUMN=FILE,KEY,ACCOUNT');
    await expect(link("sub=other.csv,id,account_id")).rejects.toThrow(
      '--link "sub=other.csv,id,account_id": other.csv is no file of this import',
    );
    await expect(link("sub=contracts.csv,number,account_id")).rejects.toThrow(
      'contracts.csv has no column "number". It has id, account_id, starts_on, ends_on, arr.',
    );
    await expect(link("subscription=contracts.csv,id,account_id")).rejects.toThrow(
      'no file has a column "subscription" to look up',
    );
    await expect(bring(usage, "--through", "sub=accounts")).rejects.toThrow(
      "one of contracts, invoices, tickets, contacts",
    );
    await expect(bring(usage, "--delimiter", "x")).rejects.toThrow('--delimiter "x" is none of what it may be');
    expect(() => readFlags(["--dryrun"])).toThrow("Unknown option '--dryrun'");
    expect(() => undoOf("usage.csv")).toThrow('--undo needs the number that the import printed, not "usage.csv"');
  });

  it("takes what is said about how a file is written, and says which flags there are where nothing can be read", async () => {
    const titled = file(
      "tickets.csv",
      "Open tickets;;;\nExported;2026-11-20;;\nid;account_id;opened_at;severity\nt-1;a-1;2026-11-01;low\n",
    );
    await apply(await bring(titled, "--header-line", "3", "--delimiter", "semicolon"));
    expect((await pool.query("select external_id as id from tickets")).rows).toEqual([{ id: "t-1" }]);
    await expect(bring(titled, "--header-line", "1")).rejects.toThrow(
      "Say how it is written with --delimiter, --encoding or --header-line.",
    );
  });

  it("asks what rows without a severity count as, and takes the answer", async () => {
    const tickets = file(
      "zendesk.csv",
      "Id,Organization,Created at,Priority\n7,Acme,2026-11-02,-\n8,Acme,2026-11-03,Urgent\n9,Acme,2026-11-04,\n",
    );
    await expect(bring(tickets, "--table", "tickets")).rejects.toThrow(
      /rows without a severity[\s\S]*"severity\.\(blank\)="/,
    );
    await apply(await bring(tickets, "--table", "tickets", "--answers", "severity.(blank)=normal"));
    const { rows } = await pool.query(
      "select external_id as id, severity from tickets where external_id in ('7', '8', '9') order by 1",
    );
    expect(rows).toEqual([
      { id: "7", severity: "normal" },
      { id: "8", severity: "critical" },
      { id: "9", severity: "normal" },
    ]);
  });

  it("tells all flags in its help", () => {
    const { values } = readFlags([]);
    const flags = [
      "link",
      "through",
      "undo",
      "delimiter",
      "encoding",
      "header-line",
      "sheet",
      "table",
      ...Object.keys(values),
    ];
    for (const flag of flags) expect(USAGE).toContain(`--${flag}`);
  });
});
