import type { ReactNode } from "react";
import { pointsText } from "@/lib/format";

export interface ContributionRow {
  key: string;
  name: ReactNode;
  /** Raw reading with its unit: "95%", "0 in 60 d". */
  value?: ReactNode;
  earned: number;
  /** Zero = does not count today. */
  possible: number;
  /** Said instead of the points where the measure does not count: "no data". */
  absent?: string;
}

interface Props {
  rows: readonly ContributionRow[];
  caption: string;
  /** The last row: the sum and its band. */
  total?: ReactNode;
}

/** Where a score comes from: earned solid, lost as a dashed outline, every bar on the scale of the largest weight. */
export function ContributionBars({ rows, caption, total }: Props) {
  const largest = Math.max(1, ...rows.map(({ possible }) => possible));
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">Bar</th>
          <th scope="col">Points earned of possible</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" className="max-w-48 py-0.5 pr-3 font-normal text-xs">
              {row.name}
              {row.value !== undefined && <span className="text-muted-foreground"> {row.value}</span>}
            </th>
            <td className="w-2/5 py-0.5">
              <Bar earned={row.earned / largest} possible={row.possible / largest} />
            </td>
            <td className="py-0.5 pl-3 text-right text-xs whitespace-nowrap">
              {row.possible > 0 ? pointsText(row.earned, row.possible) : (row.absent ?? "not counted")}
            </td>
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>
            <td colSpan={3} className="border-t pt-2">
              {total}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** Shares of the scale, 0–1. A negative contribution has no length; its number says it. */
export function Bar({ earned, possible }: { earned: number; possible: number }) {
  const percent = (share: number) => `${Math.round(Math.max(0, Math.min(1, share)) * 1000) / 10}%`;
  return (
    <div aria-hidden className="relative h-4">
      {possible > 0 && (
        <div
          className="absolute inset-y-0 left-0 rounded-[2px] border border-input border-dashed"
          style={{ width: percent(possible) }}
        />
      )}
      <div className="absolute inset-y-0 left-0 rounded-[2px] bg-gain" style={{ width: percent(earned) }} />
    </div>
  );
}
