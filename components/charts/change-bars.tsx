import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { signedPoints } from "@/lib/format";

export interface ChangeRow {
  key: string;
  name: ReactNode;
  /** What moved it: "81% → 62%". */
  value?: ReactNode;
  points: number;
}

interface Props {
  rows: readonly ChangeRow[];
  caption: string;
  total?: ReactNode;
}

/** What made a score change: a centred axis, gain to the right in blue, loss to the left in grey, signed numbers. */
export function ChangeBars({ rows, caption, total }: Props) {
  const largest = Math.max(1, ...rows.map(({ points }) => Math.abs(points)));
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        {rows.map(({ key, name, value, points }) => (
          <tr key={key}>
            <th scope="row" className="max-w-48 py-0.5 pr-3 font-normal text-xs">
              {name}
              {value !== undefined && <span className="text-muted-foreground"> {value}</span>}
            </th>
            <td className="w-2/5 py-0.5">
              <div aria-hidden className="relative h-4">
                <div className="absolute inset-y-0 left-1/2 w-px bg-input" />
                <div
                  className={cx(
                    "absolute inset-y-0 rounded-[2px]",
                    points < 0 ? "right-1/2 bg-loss" : "left-1/2 bg-gain",
                  )}
                  style={{ width: `${Math.round((Math.abs(points) / largest) * 500) / 10}%` }}
                />
              </div>
            </td>
            <td className="py-0.5 pl-3 text-right text-xs whitespace-nowrap">{signedPoints(points)}</td>
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
