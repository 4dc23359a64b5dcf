import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ReadOnlyNotice } from "@/components/scorecard/read-only-notice";
import { aRow } from "./a-row";

const locked = aRow(1, { answersAs: null, lockedOn: "2026-11-30" });
const others = aRow(2, { answersAs: null });
const said = (rows: Parameters<typeof ReadOnlyNotice>[0]["rows"]) =>
  renderToStaticMarkup(<ReadOnlyNotice refusal={null} rows={rows} />);

test("who has submitted the month is not told that answering is for others", () => {
  expect(said([locked])).toBe("");
  expect(said([locked, aRow(3)])).toBe("");
});

test("who may only read the cards is told whose they are", () => {
  expect(said([others])).toContain("You can read these cards");
  expect(said([locked, others])).toContain("You can read these cards");
});
