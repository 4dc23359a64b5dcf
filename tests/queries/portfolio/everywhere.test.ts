import { parse } from "csv-parse/sync";
import type { Pool } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { LISTS } from "@/app/api/export/lists";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { getStanding } from "@/db/queries/get-standing";
import { listMigration } from "@/db/queries/list-migration";
import { getBookChange } from "@/db/queries/portfolio/get-book-change";
import { listCsmStandings } from "@/db/queries/portfolio/list-csm-standings";
import { countMembers } from "@/db/queries/portfolio/list-members";
import { computeRun } from "@/lib/commands/compute-run";
import { createApiKey } from "@/lib/commands/create-api-key";
import { exportList } from "@/lib/commands/export-list";
import { replayHistory } from "@/lib/commands/replay-history";
import { LIST_KEYS } from "@/lib/core/portfolio/lists";
import { writeCsv } from "@/lib/ingest/write-csv";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import type { Viewer } from "@/lib/server/viewer-context";
import { send } from "@/tests/server/api/world";
import { testDatabase } from "@/tests/setup";

const [START, TODAY] = ["2026-08-31", "2026-11-30"];
const WORDS = ["none", "red", "yellow", "green"];
type Amounts = Record<string, { accounts: number; arrCents: number }>;
let pool: Pool;
let viewer: Ctx & { actor: Viewer };
let key: string;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 60, days: 150 });
  const system = await systemContext("test", databaseOn(pool));
  await replayHistory(system, { from: START, to: START });
  await computeRun(system);
  await pool.query("update runs set published_at = as_of + time '06:00:05'");
  key = (await createApiKey(system, { name: "reader", scopes: ["read"] })).key;
  const { rows } = await pool.query<{ id: number }>("select id from people where email = 'admin@demo.test'");
  const actor: Viewer = { kind: "person", personId: rows[0]?.id as number, name: "A", email: "a", roles: ["admin"] };
  viewer = { ...(await contextOf(actor, databaseOn(pool))), actor };
}, 240_000);

async function file(list: string, query: string): Promise<Record<string, string>[]> {
  const listed = await LISTS[list]?.(viewer, new URLSearchParams(query));
  if (!listed) throw new Error(`no list ${list}`);
  const rows = await exportList(viewer, { list, filter: {}, format: "csv", most: 10_000 }, listed.read);
  let text = "";
  for await (const piece of writeCsv(rows)) text += piece;
  return parse(text, { bom: true, columns: true });
}

async function api(address: string) {
  const answer = await send("GET", address, { headers: { authorization: `Bearer ${key}` } });
  expect(answer.status).toBe(200);
  return answer.json();
}

/** Accounts and ARR by a column of a file; amounts in it are in whole units with decimals. */
function added(rows: readonly Record<string, string>[], by: string, arr: string): Amounts {
  const sums: Amounts = {};
  for (const row of rows) {
    const word = row[by] || "none";
    const sum = sums[word] ?? { accounts: 0, arrCents: 0 };
    sum.accounts += 1;
    sum.arrCents += Math.round(Number(row[arr] ?? 0) * 100);
    sums[word] = sum;
  }
  return sums;
}

describe("the same numbers everywhere, to the account and the cent", () => {
  test("bands: tiles, API, the accounts' file, the CSMs", async () => {
    const { tones, total } = await getStanding(viewer, { book: "all", segment: undefined });
    const tiles: Amounts = Object.fromEntries(
      tones.map(({ tone, accounts, arrCents }) => [WORDS[tone], { accounts, arrCents }]),
    );
    const { bands, total: told } = await api("/portfolio/distribution");
    const nonEmpty = bands.filter(({ accounts }: { accounts: number }) => accounts > 0);
    expect(
      Object.fromEntries(
        nonEmpty.map((row: { band: string; accounts: number; arr_cents: number }) => [
          row.band,
          { accounts: row.accounts, arrCents: row.arr_cents },
        ]),
      ),
    ).toEqual(tiles);
    expect(told).toMatchObject({ accounts: total.accounts, arr_cents: total.arrCents });
    expect(added(await file("portfolio-accounts", "owner=all"), "health_band", "arr_in_book")).toEqual(tiles);
    const asOf = await file("portfolio-accounts", `owner=all&asof=${TODAY}`);
    expect(added(asOf, "health_band", "arr_then")).toEqual(tiles);
    const csms = await listCsmStandings(viewer, { book: "all", segment: undefined });
    expect(csms.reduce((sum, row) => sum + row.accounts, 0)).toBe(total.accounts);
    expect(csms.reduce((sum, row) => sum + row.arrCents, 0)).toBe(total.arrCents);
  });

  test("moves: matrix, API, file", async () => {
    const { moves } = await listMigration(viewer, { book: "all", segment: undefined }, START, TODAY);
    const { moves: told } = await api(`/portfolio/migration?from=${START}&to=${TODAY}`);
    expect(told).toHaveLength(moves.length);
    const cells = (rows: readonly { from: number | string; to: number | string; accounts: number }[]) =>
      rows.reduce((sum, { accounts }) => sum + accounts, 0);
    expect(cells(told)).toBe(cells(moves));
    const rows = await file("migration", `owner=all&from=${START}&to=${TODAY}`);
    expect(rows).toHaveLength(cells(moves));
    const place = (word: string) => WORDS.indexOf(word);
    for (const { from, to, accounts } of told as { from: string; to: string; accounts: number }[]) {
      if (place(from) < 0 || place(to) < 0) continue;
      const matrix = moves
        .filter((move) => move.from === place(from) && move.to === place(to))
        .reduce((sum, move) => sum + move.accounts, 0);
      const answered = told
        .filter((row: { from: string; to: string }) => row.from === from && row.to === to)
        .reduce((sum: number, row: { accounts: number }) => sum + row.accounts, 0);
      expect(answered, `${from} → ${to}: ${accounts}`).toBe(matrix);
    }
  });

  test.each(LIST_KEYS)("the list %s: its title and its file", async (list) => {
    const { accounts, arrCents } = await countMembers(viewer, list, { book: "all", segment: undefined });
    const rows = await file(`list-${list}`, "owner=all");
    const cents = rows.reduce((sum, row) => sum + Math.round(Number(row.arr_in_book ?? 0) * 100), 0);
    expect([rows.length, cents]).toEqual([accounts, arrCents]);
  });

  test("the average that is explained is the average of the accounts, and its parts sum to its change", async () => {
    const scope = { book: "all", segment: undefined } as const;
    const found = await getBookChange(viewer, scope, START, TODAY);
    if (found === "too_many") throw new Error("a book of 60 is not too large");
    const { rows } = await pool.query<{ average: number; n: number }>(
      "select avg(health) as average, count(*)::int as n from triage where tone > 0",
    );
    expect(found?.change.after.accounts).toBe(rows[0]?.n);
    expect(found?.change.after.average).toBeCloseTo(Number(rows[0]?.average), 4);
    const points = found?.change.parts.reduce((sum, part) => sum + part.points, 0) ?? Number.NaN;
    expect(points).toBeCloseTo(found?.change.change ?? 0, 9);
    const whole = (scopes: readonly { accounts: { points: number }[] }[]) =>
      scopes.reduce((sum, part) => sum + part.accounts.reduce((inner, one) => inner + one.points, 0), 0);
    expect(whole(found?.change.parts ?? [])).toBeCloseTo(points, 9);
  });
});
