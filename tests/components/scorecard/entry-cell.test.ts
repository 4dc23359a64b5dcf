import { expect, test } from "vitest";
import { entryCell } from "@/components/scorecard/entry-cell";
import { EMPTY } from "@/components/scorecard/grid-state";
import { openRow } from "@/components/scorecard/open-row";
import { aRow } from "./a-row";

const confirmed = { ...aRow(1), card: aRow(1).previous };
const readOnly = { ...aRow(2), answersAs: null };
const grid = { rows: [confirmed, readOnly, aRow(3), aRow(4)], hideMeasured: true };

test("the grid is entered at the first row that is to be confirmed", () => {
  expect(entryCell(EMPTY, grid)).toEqual({ accountId: 3, column: "champion" });
  expect(entryCell(EMPTY, { ...grid, rows: [confirmed, readOnly] })).toEqual({ accountId: 1, column: "champion" });
  expect(entryCell(EMPTY, { ...grid, rows: [] })).toBeNull();
});

test("the grid is entered where the cursor last was, unless its row is filtered away", () => {
  const cursor = { accountId: 4, column: "note" } as const;
  expect(entryCell({ ...EMPTY, cursor }, grid)).toBe(cursor);
  expect(entryCell({ ...EMPTY, cursor: { ...cursor, accountId: 9 } }, grid)).toEqual({
    accountId: 3,
    column: "champion",
  });
});

test("a phone goes on to the next account that is to be confirmed, past those that are", () => {
  const rows = [aRow(3), confirmed, readOnly, aRow(4)];
  expect(openRow(EMPTY, { ...grid, rows })).toBe(0);
  expect(openRow(EMPTY, { ...grid, rows }, 1)).toBe(3);
  expect(openRow(EMPTY, { ...grid, rows }, 4)).toBe(-1);
});
