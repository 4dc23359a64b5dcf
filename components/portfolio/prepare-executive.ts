import { type Day, monthOf } from "@/lib/core/calendar";
import { countText, moneyShort, monthText, percentText } from "@/lib/format";

type MonthOfTones = {
  asked: Day;
  day: Day | null;
  tones: readonly { tone: number; accounts: number; arrCents: number }[];
};
/** A month as executives read it; null where nothing was scored near its end. */
export type ExecutiveMonth = {
  month: string;
  average: number | null;
  scored: number;
  greenShare: number | null;
  accounts: number;
  arrCents: number;
};
/** One line over the months: its figures as heights from 0 to 1, and its first, last, least and most in words. */
export type Panel = {
  key: string;
  title: string;
  points: { x: number; y: number }[];
  first: string;
  last: string;
  least: string;
  most: string;
};

/** Health beside what it is about: average and share of green, customers and ARR, month by month. */
export function executiveMonths(
  months: readonly MonthOfTones[],
  averages: readonly { day: Day; average: number | null; scored: number }[],
): ExecutiveMonth[] {
  return months.map(({ asked, day, tones }) => {
    const own = averages.find((other) => other.day === day);
    const accounts = tones.reduce((sum, tone) => sum + tone.accounts, 0);
    const banded = tones.filter(({ tone }) => tone > 0).reduce((sum, tone) => sum + tone.accounts, 0);
    const green = tones.find(({ tone }) => tone === 3)?.accounts ?? 0;
    return {
      month: monthText(monthOf(asked)),
      average: own?.average ?? null,
      scored: own?.scored ?? 0,
      greenShare: banded > 0 ? green / banded : null,
      accounts,
      arrCents: tones.reduce((sum, tone) => sum + tone.arrCents, 0),
    };
  });
}

/** The four lines of the executive view. */
export function executivePanels(months: readonly ExecutiveMonth[], currency: string): Panel[] {
  const isThere = ({ accounts }: ExecutiveMonth) => accounts > 0;
  return [
    panelOf("average", "Average health", months, ({ average }) => average, averageText),
    panelOf("green", "Green of those with a score", months, ({ greenShare }) => greenShare, percentText),
    panelOf("accounts", "Customers", months, (month) => (isThere(month) ? month.accounts : null), countText),
    panelOf(
      "arr",
      "ARR",
      months,
      (month) => (isThere(month) ? month.arrCents : null),
      (cents) => moneyShort(cents, currency),
    ),
  ];
}

/** An average to a tenth, rounded down as scores are. */
export function averageText(average: number): string {
  return (Math.floor(average * 10) / 10).toFixed(1);
}

function panelOf(
  key: string,
  title: string,
  months: readonly ExecutiveMonth[],
  read: (month: ExecutiveMonth) => number | null,
  text: (value: number) => string,
): Panel {
  const known = months.flatMap((month, i) => {
    const value = read(month);
    return value === null ? [] : [{ x: months.length > 1 ? i / (months.length - 1) : 0, value }];
  });
  const values = known.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // A line that hardly moves stays in the middle: a tenth of the value is the least height.
  const span = Math.max(most - least, Math.abs(most) / 10, Number.EPSILON);
  const foot = (least + most - span) / 2;
  const said = (value: number | undefined) => (value === undefined ? "—" : text(value));
  return {
    ...{ key, title },
    points: known.map(({ x, value }) => ({ x, y: (value - foot) / span })),
    first: said(values[0]),
    last: said(values.at(-1)),
    least: values.length > 0 ? said(least) : "—",
    most: values.length > 0 ? said(most) : "—",
  };
}

/** "Average health 61.2, was 63.0 in Nov 2025; 240 customers, were 221; $34.1M ARR, was $30.2M." */
export function executiveFinding(months: readonly ExecutiveMonth[], currency: string): string {
  const there = months.filter(({ accounts }) => accounts > 0);
  const [first, last] = [there[0], there.at(-1)];
  if (!first || !last) return "No scored day in the last 13 months.";
  const average = last.average === null ? "No account has a score" : `Average health ${averageText(last.average)}`;
  const was = first.average === null ? "" : `, was ${averageText(first.average)} in ${first.month}`;
  const money = ({ arrCents }: ExecutiveMonth) => moneyShort(arrCents, currency);
  return `${average}${was}; ${countText(last.accounts)} customers, were ${countText(first.accounts)}; ${money(last)} ARR, was ${money(first)}.`;
}
