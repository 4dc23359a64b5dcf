import type { Judged } from "./judged";
import type { LiftPart } from "./lift";
import type { SideReport } from "./side-report";

export const BARS = { auc: 0.7, suspicious: 0.9, redTimes: 3, caught: 2 / 3, greenShare: 0.8, lift: 2.5 } as const;

/** A bar that the field holds scores to. `met` null: cannot be said. `note` says what else is to be known. */
export type FieldBar = {
  key: "auc" | "red" | "caught" | "green" | "lift";
  value: number | null;
  met: boolean | null;
  note: string | null;
};

/** The bars of the field and whether a score meets them: AUC at least 0.70 (and suspicious above 0.90); red churns at least 3 times
 * the base rate; two thirds of the churned stood below green; at most 80% of the book is green; the riskiest tenth is lost at
 * least 2.5 times as often. A bar that the base rate puts out of reach says so. */
export function fieldBars(
  cases: readonly Judged[],
  health: SideReport,
  parts: readonly LiftPart[] | null,
  book: { green: number; withBand: number },
): FieldBar[] {
  const churned = cases.filter(({ decision }) => decision.kind === "churned");
  const red = cases.filter(({ healthTone }) => healthTone === 1);
  const base = ratio(churned.length, cases.length);
  const ofRed = ratio(red.filter(({ decision }) => decision.kind === "churned").length, red.length);
  const times = base && ofRed !== null ? ofRed / base : null;
  const caught = ratio(churned.filter(({ healthTone }) => healthTone < 3).length, churned.length);
  const green = ratio(book.green, book.withBand);
  const lift = parts?.[0]?.lift ?? null;
  const auc = health.auc?.auc ?? null;
  const badShare = ratio(health.bad, health.n);
  return [
    bar(
      "auc",
      auc,
      BARS.auc,
      auc !== null && auc > BARS.suspicious ? "Above 0.90: look for a measure that knows the outcome." : null,
    ),
    bar("red", times, BARS.redTimes, outOfReach(base, BARS.redTimes, "churned")),
    bar("caught", caught, BARS.caught, null),
    {
      ...{ key: "green", value: green, note: null },
      met: green === null ? null : green <= BARS.greenShare,
    },
    bar("lift", lift, BARS.lift, outOfReach(badShare, BARS.lift, "were lost or reduced")),
  ];
}

function bar(key: FieldBar["key"], value: number | null, least: number, note: string | null): FieldBar {
  return { key, value, met: value === null ? null : value >= least - 1e-9, note };
}

/** A rate cannot exceed everybody: a high base rate puts a multiple of it out of reach. */
function outOfReach(base: number | null, times: number, what: string): string | null {
  if (base === null || base * times <= 1) return null;
  return `Out of reach here: ${Math.round(base * 100)}% ${what}, so the most there can be is ${(1 / base).toFixed(1)} times.`;
}

function ratio(part: number, of: number): number | null {
  return of === 0 ? null : part / of;
}
