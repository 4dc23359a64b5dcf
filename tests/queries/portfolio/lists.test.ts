import { describe, expect, test } from "vitest";
import { countMembers, listMemberIds, listMembers } from "@/db/queries/portfolio/list-members";
import { LIST_KEYS, type ListKey } from "@/lib/core/portfolio/lists";
import { IT, listBook, OTHER, setRow } from "./list-book";

const book = listBook();
const set = (what: string, id?: number) => setRow(book.pool, what, id);
const on = (list: ListKey) => listMemberIds(book.ctx, list, { book: "all" });
const contact = (columns: string, values: string) =>
  book.pool.query(
    `insert into contacts (account_id, external_id, name, active_from, ${columns}) values ($1, 'p', 'Ann', '2025-01-01', ${values})`,
    [IT],
  );

/** What puts an account on a list, and what near to it does not. */
const BY_ROW: [ListKey, inside: string, outside: string][] = [
  ["audit", "tone = 3, band_since = '2025-11-30'", "tone = 3, band_since = '2025-12-01'"],
  ["audit", "tone = 3, band_since = '2024-01-01'", "tone = 2, band_since = '2024-01-01'"],
  ["red", "tone = 1, band_since = '2026-06-03'", "tone = 1, band_since = '2026-06-04'"],
  ["red", "tone = 1, band_since = '2025-06-03'", "tone = 2, band_since = '2025-06-03'"],
  ["falling", "tone = 3, delta_30 = -10", "tone = 3, delta_30 = -9.9"],
  ["falling", "tone = 3, delta_30 = -12", "tone = 2, delta_30 = -12"],
  ["unconfirmed", "card_state = 'expired'", "card_state = 'exempt'"],
  ["unconfirmed", "card_state = 'none'", "card_state = 'in_force'"],
  ["renewals", "decide_by = '2026-11-30'", "decide_by = '2026-11-29'"],
  ["renewals", "decide_by = '2027-11-30'", "decide_by = '2027-12-01'"],
  ["undecided", "decide_by = '2026-11-29'", "decide_by = '2026-11-30'"],
];

describe("conditions of the row", () => {
  test.each(BY_ROW)("%s: in where %s, out where %s", async (list, inside, outside) => {
    await set(inside);
    expect(await on(list)).toEqual([IT]);
    await set(outside);
    expect(await on(list)).toEqual([]);
  });

  test("a self-renewing term past its notice is undecided until its outcome is recorded; an old one does not count", async () => {
    await book.pool.query("update contracts set auto_renew = true where account_id = $1", [IT]);
    await set("decide_by = null, ends_on = '2026-12-20'");
    expect(await on("undecided")).toEqual([IT]);
    const outcome = (key: string, day: string) =>
      book.pool.query(
        "insert into outcomes (account_id, external_id, kind, decided_on, effective_on) values ($1, $2, 'renewed', $3, $3)",
        [IT, key, day],
      );
    await outcome("old", "2025-11-20");
    expect(await on("undecided")).toEqual([IT]);
    await outcome("new", "2026-11-10");
    expect(await on("undecided")).toEqual([]);
    await set("ends_on = '2027-01-20'");
    await book.pool.query("delete from outcomes");
    expect(await on("undecided")).toEqual([]);
    await book.pool.query("update contracts set auto_renew = false where account_id = $1", [IT]);
  });
});

describe("references", () => {
  const promoter = (score: number, role = "champion", at = "2026-08-01") =>
    book.pool.query(
      `insert into surveys (account_id, external_id, at, kind, score, contact_role)
       values ($1, $2, $3::date, 'nps', $4, $5)`,
      [IT, `${role}${at}`, at, score, role],
    );

  test("a green's champion who may be named, was not asked in 90 days and last said 9 or 10", async () => {
    await set("tone = 3");
    await contact("role, referenceable, last_asked_on", "'champion', true, '2026-08-31'");
    await promoter(9);
    expect(await on("references")).toEqual([IT]);
    expect((await listMembers(book.ctx, "references", { book: "all" }, 9))[0]?.contacts).toEqual(["Ann, champion"]);
  });

  test.each([
    ["asked 90 days ago", "'champion', true, '2026-09-01'"],
    ["not to be named", "'champion', false, null"],
    ["a user", "'user', true, null"],
  ])("not one who was %s", async (_, values) => {
    await set("tone = 3");
    await contact("role, referenceable, last_asked_on", values);
    await promoter(10);
    expect(await on("references")).toEqual([]);
  });

  test("not where the latest answer is lower, older than a year, another role's, or the account is not green", async () => {
    await set("tone = 3");
    await contact("role, referenceable", "'sponsor', true");
    await promoter(10, "champion");
    expect(await on("references")).toEqual([]);
    await promoter(10, "sponsor", "2025-11-20");
    expect(await on("references")).toEqual([]);
    await promoter(10, "sponsor", "2026-02-01");
    expect(await on("references")).toEqual([IT]);
    await promoter(8, "sponsor", "2026-09-01");
    expect(await on("references")).toEqual([]);
    await book.pool.query("delete from surveys where score = 8");
    await set("tone = 2");
    expect(await on("references")).toEqual([]);
  });
});

describe("expansion candidates", () => {
  const event = (sign: number, at = "2026-10-01") =>
    book.pool.query(
      "insert into events (account_id, external_id, at, kind, sign) values ($1, $2, $3::date, 'new_site', $4)",
      [IT, at, at, sign],
    );
  const why = async () => (await listMembers(book.ctx, "expansion", { book: "all" }, 9)).map((row) => row.why);
  // Departments are usual where over half have them; seat use of 90% rises from 80%.
  const seats = ["90% of seats used, rising"];

  test("seat use of 85% or more and rising, only where it is green with a card in force", async () => {
    expect(await on("expansion")).toEqual([]);
    await set("tone = 3");
    expect(await why()).toEqual([seats]);
    await set("card_state = 'expired'");
    expect(await on("expansion")).toEqual([]);
  });

  test("a module not sold counts with power users, an event where it is good and within 180 days", async () => {
    await set("tone = 3");
    await book.pool.query("insert into entitlements (account_id, module, from_on) values ($1, 'audit', '2026-01-01')", [
      OTHER,
    ]);
    await event(-1);
    await event(1, "2026-06-02");
    expect(await why()).toEqual([seats]);
    await event(1, "2026-06-04");
    expect(await why()).toEqual([[...seats, "new site"]]);
  });

  test("a department that most have somebody in and it has not", async () => {
    await set("tone = 3");
    await contact("role, department", "'user', 'Sales'");
    for (const [key, department] of [
      ["x", "Finance"],
      ["y", "Sales"],
    ])
      await book.pool.query(
        "insert into contacts (account_id, external_id, name, role, department, active_from) values ($1, $2, 'Bo', 'user', $3, '2025-01-01')",
        [OTHER, key, department],
      );
    expect(await why()).toEqual([seats]);
    await book.pool.query(
      "insert into accounts (id, external_id, slug, name) overriding system value values (9, 'a9', 'a9', 'a9') on conflict do nothing",
    );
    await book.pool.query(
      "insert into contacts (account_id, external_id, name, role, department, active_from) values (9, 'z', 'Cy', 'user', 'Finance', '2025-01-01')",
    );
    expect(await why()).toEqual([[...seats, "nobody in Finance"]]);
  });
});

test("every list's count is its rows, and its ARR theirs, for every scope", async () => {
  await set("tone = 3, band_since = '2024-01-01', delta_30 = -11, card_state = 'expired', decide_by = '2026-12-30'");
  for (const list of LIST_KEYS)
    for (const scope of [{ book: "all" }, { book: "team" }, { book: "all", segment: "SMB" }, { book: "me" }] as const) {
      const rows = await listMembers(book.ctx, list, scope, 100);
      const { accounts, arrCents } = await countMembers(book.ctx, list, scope);
      expect([accounts, arrCents], list).toEqual([
        rows.length,
        rows.reduce((sum, row) => sum + (row.arrCents ?? 0), 0),
      ]);
      expect(await listMemberIds(book.ctx, list, scope)).toEqual(rows.map(({ accountId }) => accountId).sort());
    }
});

test("the red list says who decides: the manager of its CSM", async () => {
  await set("tone = 1, band_since = '2026-01-01'");
  await book.pool.query(
    "insert into decisions (account_id, kind, decided_on, note) values ($1, 'invest', '2026-09-01', 'x')",
    [IT],
  );
  const [row] = await listMembers(book.ctx, "red", { book: "all" }, 9);
  expect(row).toMatchObject({ decider: "Maya", decision: "invest", decidedOn: "2026-09-01" });
});
