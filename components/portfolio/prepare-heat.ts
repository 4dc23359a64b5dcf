import type { MeasureSum } from "@/lib/core/portfolio/measure-sums";

export type HeatCell = {
  measure: string;
  accounts: number;
  /** Points earned of those possible, in percent; null where the measure counts for no account. */
  percent: number | null;
  /** 0–4, darker is more. */
  step: number;
  /** Too few to say much. */
  isFew: boolean;
};
export type HeatRow = { value: string; name: string; isWhole: boolean; accounts: number; cells: HeatCell[] };
export type Heat = { rows: HeatRow[]; whole: HeatRow; finding: string };

const MOST_ROWS = 30;
const FEW = 5;

/** What a slice of the heatmap is called. */
export function sliceName(
  by: "segment" | "csm",
  value: string,
  csms: readonly { personId: number | null; name: string | null }[],
): string {
  if (by === "segment") return value || "No segment";
  const name = csms.find(({ personId }) => String(personId ?? "") === value)?.name;
  return name ?? (value ? `Person ${value}` : "No CSM");
}

/** What measures give, slice by slice: the largest slices first, the whole apart, and the lowest cell in words. */
export function prepareHeat(
  sums: readonly MeasureSum[],
  measures: readonly { key: string; name: string }[],
  nameOf: (value: string) => string,
): Heat {
  const rowOf = (own: readonly MeasureSum[], value: string, name: string, isWhole = false): HeatRow => ({
    ...{ value, name, isWhole },
    accounts: Math.max(0, ...own.map(({ accounts }) => accounts)),
    cells: measures.map(({ key }) => cellOf(own, key)),
  });
  const slices = sums.filter(({ dimension }) => dimension !== "all");
  const rows = [...new Set(slices.map(({ value }) => value))]
    .map((value) =>
      rowOf(
        slices.filter((sum) => sum.value === value),
        value,
        nameOf(value),
      ),
    )
    .sort((a, b) => b.accounts - a.accounts || a.name.localeCompare(b.name))
    .slice(0, MOST_ROWS);
  const whole = rowOf(
    sums.filter(({ dimension }) => dimension === "all"),
    "",
    "All",
    true,
  );
  return { rows, whole, finding: findingOf(rows, measures) };
}

function cellOf(sums: readonly MeasureSum[], measure: string): HeatCell {
  const found = sums.find((sum) => sum.measure === measure);
  if (!found || found.accounts === 0) return { measure, accounts: 0, percent: null, step: 0, isFew: false };
  const percent = Math.round(found.points / found.accounts);
  return {
    measure,
    accounts: found.accounts,
    percent,
    step: Math.max(0, Math.min(4, Math.floor(percent / 20))),
    isFew: found.accounts < FEW,
  };
}

/** "Lowest: Champion in Mid-market, 31% of its points (n = 62)." */
function findingOf(rows: readonly HeatRow[], measures: readonly { key: string; name: string }[]): string {
  const cells = rows.flatMap((row) => row.cells.map((cell) => ({ ...cell, row: row.name })));
  const known = cells.filter(({ percent, isFew }) => percent !== null && !isFew);
  if (known.length === 0) return "No measure counts for five accounts or more.";
  const lowest = known.reduce((least, cell) => ((cell.percent ?? 0) < (least.percent ?? 0) ? cell : least));
  const name = measures.find(({ key }) => key === lowest.measure)?.name ?? lowest.measure;
  return `Lowest: ${name} in ${lowest.row}, ${lowest.percent}% of its points (n = ${lowest.accounts}).`;
}
