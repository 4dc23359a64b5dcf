import { type Day, daysInMonth, monthOf } from "@/lib/core/calendar";
import { dayText, monthText, percentText } from "@/lib/format";

export type Unit = "accounts" | "arr";
export type MonthOfBands = {
  asked: Day;
  /** The scored day; null where there is none near the month's end. */
  day: Day | null;
  tones: readonly { tone: number; accounts: number; arrCents: number; withoutRate: number }[];
};
/** One segment of a column: where it begins and how high it is, as shares of the column. */
export type Part = { tone: number; accounts: number; arrCents: number; share: number; from: number };
export type Column = { day: Day | null; label: string; name: string; parts: Part[] };
export type Bands = { columns: Column[]; labels: (Part & { y: number })[]; finding: string };

/** From the baseline up: red, yellow, green, no score. */
const STACK = [1, 2, 3, 0] as const;
/** A version of the model that began to count: where on the axis, in columns. */
export type VersionLine = { version: number; at: number; words: string };

/** Where the versions of the model began to count, among columns that each stand for a month. */
export function versionLines(
  columns: readonly Pick<MonthOfBands, "asked">[],
  versions: readonly { version: number; name: string; effectiveFrom: Day }[],
): VersionLine[] {
  return versions.flatMap(({ version, name, effectiveFrom }) => {
    const column = columns.findIndex(({ asked }) => monthOf(asked) === monthOf(effectiveFrom));
    if (column < 0) return [];
    const share =
      (Number(effectiveFrom.slice(8)) - 1) /
      daysInMonth(Number(effectiveFrom.slice(0, 4)), Number(effectiveFrom.slice(5, 7)));
    return [
      { version, at: column + share, words: `Model version ${version} (${name}) from ${dayText(effectiveFrom)}` },
    ];
  });
}

/** Below so many accounts the counts speak, not a percentage. */
const FEW = 20;

/** Thirteen months of bands as shares of accounts or of ARR, labels that do not touch, and what they say in words. */
export function prepareBands(months: readonly MonthOfBands[], unit: Unit, labelGap = 0.09): Bands {
  const columns = months.map((month, i) => columnOf(month, unit, i));
  return { columns, labels: spread(columns.at(-1)?.parts ?? [], labelGap), finding: findingOf(columns, unit) };
}

function columnOf({ asked, day, tones }: MonthOfBands, unit: Unit, index: number): Column {
  const size = (part: { accounts: number; arrCents: number }) => (unit === "arr" ? part.arrCents : part.accounts);
  const whole = tones.reduce((sum, tone) => sum + size(tone), 0);
  let from = 0;
  const parts = STACK.flatMap((tone): Part[] => {
    const found = tones.find((other) => other.tone === tone);
    if (!found || found.accounts === 0) return [];
    const share = whole > 0 ? size(found) / whole : 0;
    const part = { tone, accounts: found.accounts, arrCents: found.arrCents, share, from };
    from += share;
    return [part];
  });
  const month = monthText(monthOf(asked));
  // The year stands at the first month, and at January where the two do not touch.
  const hasYear = index === 0 || (index > 2 && asked.slice(5, 7) === "01");
  const label = hasYear ? `${month.slice(0, 3)} ’${month.slice(-2)}` : month.slice(0, 3);
  return { day, label, name: month, parts };
}

/** Label heights as shares from the baseline: each at its segment's middle, pushed apart to `gap`, within the column. */
function spread(parts: readonly Part[], gap: number): (Part & { y: number })[] {
  const labels = parts.map((part) => ({ ...part, y: part.from + part.share / 2 }));
  for (const [i, label] of labels.entries()) label.y = Math.max(label.y, i === 0 ? 0 : (labels[i - 1]?.y ?? 0) + gap);
  let top = 1;
  for (const label of labels.toReversed()) {
    label.y = Math.min(label.y, top);
    top = label.y - gap;
  }
  return labels;
}

/** "Red 14% of accounts, 8% in Nov 2025; green 55%, was 56%." */
function findingOf(columns: readonly Column[], unit: Unit): string {
  const scored = columns.filter(({ parts }) => parts.length > 0);
  const [first, last] = [scored[0], scored.at(-1)];
  if (!first || !last) return "No scored day in the last 13 months.";
  const of = unit === "arr" ? "of ARR" : "of accounts";
  const then = `in ${first.name}`;
  if (first === last) return `Red ${text(last, 1, unit)} ${of}, green ${text(last, 3, unit)}.`;
  const word = (tone: number) =>
    text(first, tone, unit) === text(last, tone, unit) ? `as ${then}` : `${text(first, tone, unit)} ${then}`;
  return `Red ${text(last, 1, unit)} ${of}, ${word(1)}; green ${text(last, 3, unit)}, ${word(3)}.`;
}

function text({ parts }: Column, tone: number, unit: Unit): string {
  const part = parts.find((other) => other.tone === tone);
  const n = parts.reduce((sum, { accounts }) => sum + accounts, 0);
  if (unit === "accounts" && n < FEW) return `${part?.accounts ?? 0} of ${n}`;
  return percentText(part?.share ?? 0);
}
