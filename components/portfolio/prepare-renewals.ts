import { addDays, addMonths, type Day, daysInMonth, monthEnd, monthOf } from "@/lib/core/calendar";
import { LADDER_MONTHS, ladderMonths } from "@/lib/core/portfolio/ladder-months";
import { moneyShort, monthText } from "@/lib/format";
import { type Amount, accountsText } from "./amount-text";

export type RenewalSum = Amount & { month: Day; tone: number };
type Unit = "accounts" | "arr";
type Part = Amount & { tone: number };
/** One month of the ladder: what decides in it, by band. */
export type Rung = { from: Day; to: Day; label: string; name: string; parts: Part[]; total: Amount; notGreen: Amount };
/** A day on the axis, in columns from the left. */
type Mark = { at: number; words: string };
export type Ladder = { rungs: Rung[]; top: number; ticks: number[]; today: number; brackets: Mark[]; finding: string };

/** From the baseline up: red, yellow, green, no score. */
const STACK = [1, 2, 3, 0];
const NOTHING: Amount = { accounts: 0, arrCents: 0, withoutRate: 0 };

/** Twelve months of decide-by dates by band, where today and the next 30, 60 and 90 days lie, and what it says in words. */
export function prepareRenewals(sums: readonly RenewalSum[], today: Day, unit: Unit, currency: string): Ladder {
  const { from } = ladderMonths(today);
  const rungs = Array.from({ length: LADDER_MONTHS }, (_, i) => rungOf(sums, addMonths(from, i), i));
  const size = (amount: Amount) => (unit === "arr" ? amount.arrCents : amount.accounts);
  const ticks = ticksTo(Math.max(...rungs.map(({ total }) => size(total))));
  return {
    rungs,
    top: ticks.at(-1) ?? 1,
    ticks,
    today: place(today, from),
    brackets: [30, 60, 90].map((days) => ({ at: place(addDays(today, days), from), words: `${days} d` })),
    finding: findingOf(rungs, currency),
  };
}

function rungOf(sums: readonly RenewalSum[], first: Day, index: number): Rung {
  const own = sums.filter(({ month }) => month === first);
  const name = monthText(monthOf(first));
  const parts = STACK.flatMap((tone) =>
    own.filter((sum) => sum.tone === tone && sum.accounts > 0).map(({ month: _, ...part }) => part),
  );
  const hasYear = index === 0 || first.slice(5, 7) === "01";
  return {
    from: first,
    to: monthEnd(monthOf(first)),
    label: hasYear ? `${name.slice(0, 3)} ’${name.slice(-2)}` : name.slice(0, 3),
    name,
    parts,
    total: sumOf(parts),
    notGreen: sumOf(parts.filter(({ tone }) => tone !== 3)),
  };
}

function sumOf(parts: readonly Amount[]): Amount {
  return parts.reduce(
    (sum, part) => ({
      accounts: sum.accounts + part.accounts,
      arrCents: sum.arrCents + part.arrCents,
      withoutRate: sum.withoutRate + part.withoutRate,
    }),
    NOTHING,
  );
}

/** How many columns a day lies from the left; each is a month, however long. */
function place(day: Day, from: Day): number {
  const months = (of: Day) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
  const days = daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
  return months(day) - months(from) + (Number(day.slice(8, 10)) - 0.5) / days;
}

/** Three or four round steps that reach a value. */
function ticksTo(value: number): number[] {
  if (value <= 0) return [0, 1];
  const rough = value / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
  return Array.from({ length: Math.ceil(value / step) + 1 }, (_, i) => i * step);
}

/** "$9.1M decides in 12 months, $2.3M of it not green; most in Jan 2027: $1.4M of 31 accounts." */
function findingOf(rungs: readonly Rung[], currency: string): string {
  const whole = sumOf(rungs.map(({ total }) => total));
  if (whole.accounts === 0) return "Nobody decides in these twelve months.";
  const notGreen = sumOf(rungs.map((rung) => rung.notGreen));
  const most = rungs.reduce((best, rung) => (rung.total.arrCents > best.total.arrCents ? rung : best));
  const money = (amount: Amount) => moneyShort(amount.arrCents, currency);
  return `${money(whole)} of ${accountsText(whole.accounts)} decides in twelve months, ${money(notGreen)} of it not green; most in ${most.name}: ${money(most.total)}.`;
}
