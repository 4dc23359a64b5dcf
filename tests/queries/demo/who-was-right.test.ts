import { beforeAll, describe, expect, test } from "vitest";
import { calibrations } from "@/app/(app)/divergences/record/prepare";
import { OPTIMIST, PEOPLE } from "@/db/demo/people";
import { listDecisionsBefore } from "@/db/queries/validation/list-decisions-before";
import { replayHistory } from "@/lib/commands/replay-history";
import { type Judged, knownCases } from "@/lib/core/validation/judged";
import { byDisagreement, rightBy } from "@/lib/core/validation/right-table";
import { demoCompany, TODAY } from "./demo-company";

const company = demoCompany();
let cases: Judged[];

beforeAll(async () => {
  await replayHistory(company.ctx, { from: "2025-01-01", to: TODAY });
  cases = knownCases(await listDecisionsBefore(company.ctx, { horizon: 90, version: null, withAuthors: true }));
}, 300_000);

describe("who was right in the demo company", () => {
  test("is asked of every decision whose account was scored 90 days before, on a day within the week before the cut", () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    for (const { decidedOn, said } of cases) {
      const days = (Date.parse(decidedOn) - Date.parse(said.day)) / 86_400_000;
      expect(days).toBeGreaterThanOrEqual(90);
      expect(days).toBeLessThan(97);
      expect(said.source).toBe("replayed");
    }
  });

  test("where they disagreed, people were right more often than the numbers", () => {
    const diverged = rightBy(cases, (one) => (byDisagreement(15)(one) === "agree" ? null : "diverged"));
    const [row] = diverged;
    expect(row?.n).toBeGreaterThanOrEqual(20);
    expect(row?.people?.share).toBeGreaterThan(row?.numbers?.share ?? 1);
  });

  test("the over-optimistic account manager is found, and nobody else is called so", () => {
    const found = calibrations(cases, () => true);
    const optimists = found.filter(({ calibration }) => calibration?.leaning === "optimistic").map(({ name }) => name);
    expect(optimists).toEqual([PEOPLE.find(({ id }) => id === OPTIMIST)?.name]);
  });

  test("whoever answered too few decided cards is told so, not judged", () => {
    const few = calibrations(cases.slice(0, 7), () => true);
    expect(few.every(({ calibration }) => calibration === null)).toBe(true);
  });
});
