import type { MonthOfBands } from "@/components/charts/prepare-bands";
import { countText, moneyShort, percentText } from "@/lib/format";
import { averageText, type ExecutiveMonth } from "./prepare-executive";
import { placeName } from "./prepare-flows";
import type { Heat } from "./prepare-heat";
import { type Move, matrixOf, TONES } from "./prepare-migration";
import type { Ladder } from "./prepare-renewals";
import { ReportTable } from "./report-table";

interface Props {
  found: {
    months: readonly MonthOfBands[];
    executive: readonly ExecutiveMonth[];
    ladder: Ladder;
    moves: readonly Move[];
    heat: Heat;
    measures: readonly { key: string; name: string }[];
  };
  by: "segment" | "csm";
  currency: string;
}

const NAMES = ["No score", "Red", "Yellow", "Green"];
/** More rows of slices than these are for the screen. */
const MOST_SLICES = 8;

/** The numbers of every chart of the report, on one sheet. */
export function ReportTables({ found, by, currency }: Props) {
  const { months, executive, ladder, moves, heat, measures } = found;
  const cell = (amount: { accounts: number; arrCents: number } | undefined) =>
    amount && amount.accounts > 0 ? `${countText(amount.accounts)} · ${moneyShort(amount.arrCents, currency)}` : "·";
  const apart = moves.filter(({ rescored }) => rescored).reduce((sum, { accounts }) => sum + accounts, 0);
  const { froms, tos, cell: moved } = matrixOf(moves);
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-3 max-md:grid-cols-1">
      <ReportTable
        title="Bands, health, customers and ARR by month"
        head={["Month", ...TONES.map((tone) => NAMES[tone] ?? ""), "Average", "% green", "Customers", "ARR"]}
        rows={executive.map(({ month, average, greenShare, accounts, arrCents }, i) => [
          month,
          ...TONES.map((tone) => countText(months[i]?.tones.find((other) => other.tone === tone)?.accounts ?? 0)),
          average === null ? "·" : averageText(average),
          greenShare === null ? "·" : percentText(greenShare),
          countText(accounts),
          moneyShort(arrCents, currency),
        ])}
      />
      <ReportTable
        title="Renewals by month: accounts · ARR"
        head={["Decide by", ...TONES.map((tone) => NAMES[tone] ?? ""), "All"]}
        rows={ladder.rungs.map(({ name, parts, total }) => [
          name,
          ...TONES.map((tone) => cell(parts.find((part) => part.tone === tone))),
          cell(total),
        ])}
      />
      <ReportTable
        title={`Who moved: from the rows to the columns${apart > 0 ? `; ${countText(apart)} re-scored by a new model stand apart` : ""}`}
        head={["From", ...tos.map((to) => placeName(to, "to"))]}
        rows={froms.map((from) => [placeName(from, "from"), ...tos.map((to) => cell(moved(from, to)))])}
      />
      <ReportTable
        title={`What measures give, % of their points, by ${by === "csm" ? "CSM" : "segment"}`}
        head={[by === "csm" ? "CSM" : "Segment", ...measures.map(({ name }) => name)]}
        rows={[...heat.rows.slice(0, MOST_SLICES), heat.whole].map((row) => [
          `${row.name} (${countText(row.accounts)})`,
          ...row.cells.map(({ percent, isFew }) => (percent === null ? "·" : `${percent}${isFew ? "*" : ""}`)),
        ])}
      />
    </div>
  );
}
