import { addMonths, type Day, type Month, monthEnd, monthOf } from "@/lib/core/calendar";
import type { RenewalChance } from "@/lib/core/validation/renewal-probability";
import { type Basis, chanceFrom } from "./basis";
import { CALLS, type Call } from "./calls";
import type { LossKept } from "./loss-kept";
import { keptOf, type MoneyAhead, moneyAhead } from "./money-ahead";
import { seeded } from "./seeded";
import { type WeekChange, weekChange } from "./week-change";

/** What the forecast needs to know of a renewal. */
export type Renewal = {
  accountId: number;
  arrCents: number | null;
  decideBy: Day;
  health: number | null;
  tone: number;
  thenHealth: number | null;
  thenTone: number;
  call: Call | null;
};
export type WithChance<Row> = Row & { chance: RenewalChance | null; expectedCents: number | null };
type Called = Record<Call | "none", { n: number; arrCents: number }>;
export type MonthAhead = {
  month: Month;
  from: Day;
  to: Day;
  n: number;
  arrCents: number;
  withoutRate: number;
  /** Of those with a chance and ARR; null without anything to go by. */
  money: MoneyAhead | null;
  /** Without a band, so without a chance. */
  withoutBand: number;
  called: Called;
};
export type Forecast<Row> = {
  rows: WithChance<Row>[];
  months: MonthAhead[];
  whole: MonthAhead;
  week: WeekChange;
};

export const MONTHS = 12;
/** A thousand draws; fewer where that would be more than so many throws. */
const [DRAWS, THROWS] = [1000, 4_000_000];
/** The same data gives the same interval. */
const SEED = 20_260_901;

/** The days whose renewals are forecast: from today's month's first to the end of the twelfth month.
 * @example aheadOf("2026-11-30") // → { from: "2026-11-01", to: "2027-10-31" } */
export function aheadOf(today: Day): { from: Day; to: Day } {
  const first = `${monthOf(today)}-01`;
  return { from: first, to: monthEnd(monthOf(addMonths(first, MONTHS - 1))) };
}

/** Each renewal's chance and expected ARR, the twelve months they add up to from today's month on, and what a week changed by the
 * same chances. No renewals: months of nothing. Sums are of those with ARR in the workspace currency; expected ones of those with a
 * chance as well.
 * @example forecastOf([], { kind: "none", withheld: "" }, "2026-11-30").whole.n // → 0 */
export function forecastOf<Row extends Renewal>(
  renewals: readonly Row[],
  basis: Basis,
  today: Day,
  pastLosses: LossKept | null = null,
): Forecast<Row> {
  const kept = basis.kind === "calibrated" ? pastLosses : null;
  const rows = renewals.map((row) => {
    const chance = chanceFrom(basis, row);
    const expectedCents =
      chance && row.arrCents !== null ? Math.round(row.arrCents * keptOf(chance.chance, kept)) : null;
    return { ...row, chance, expectedCents };
  });
  const { from, to } = aheadOf(today);
  const months = Array.from({ length: MONTHS }, (_, i) => {
    const month = monthOf(addMonths(from, i));
    return monthAhead(
      rows.filter(({ decideBy }) => monthOf(decideBy) === month),
      { month, from: `${month}-01`, to: monthEnd(month) },
      kept,
    );
  });
  const then = rows.flatMap(({ accountId, arrCents, expectedCents, thenHealth, thenTone }) => {
    if (arrCents === null || expectedCents === null) return [];
    const chance = chanceFrom(basis, { health: thenHealth, tone: thenTone });
    return [
      { accountId, nowCents: expectedCents, thenCents: chance && Math.round(arrCents * keptOf(chance.chance, kept)) },
    ];
  });
  return { rows, months, whole: monthAhead(rows, { month: monthOf(from), from, to }, kept), week: weekChange(then) };
}

function monthAhead(
  rows: readonly WithChance<Renewal>[],
  span: Pick<MonthAhead, "month" | "from" | "to">,
  kept: LossKept | null,
): MonthAhead {
  const stakes = rows.flatMap(({ arrCents, chance }) => (arrCents === null || !chance ? [] : [{ arrCents, chance }]));
  const calledBy = (call: Call | null) => {
    const of = rows.filter((row) => row.call === call);
    return { n: of.length, arrCents: sumOf(of) };
  };
  return {
    ...{ ...span, n: rows.length, arrCents: sumOf(rows) },
    withoutRate: rows.filter(({ arrCents }) => arrCents === null).length,
    money:
      stakes.length > 0
        ? moneyAhead(stakes, { draws: Math.min(DRAWS, Math.ceil(THROWS / stakes.length)), random: seeded(SEED), kept })
        : null,
    withoutBand: rows.filter(({ chance }) => !chance).length,
    called: Object.fromEntries([...CALLS.map((call) => [call, calledBy(call)]), ["none", calledBy(null)]]) as Called,
  };
}

function sumOf(rows: readonly { arrCents: number | null }[]): number {
  return rows.reduce((sum, { arrCents }) => sum + (arrCents ?? 0), 0);
}
