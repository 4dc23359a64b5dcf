import { memo } from "react";
import type { Day } from "@/lib/core/calendar";
import { dayText, moneyShort } from "@/lib/format";
import { bandName, type QueueRow } from "./queue-row";

interface Props {
  rows: readonly QueueRow[];
  today: Day;
  currency: string;
}

/** The queue on paper: a box to tick, who, why, and what is at stake; one line each. */
export const CallSheet = memo(function CallSheet({ rows, today, currency }: Props) {
  return (
    <section className="hidden flex-1 print:block">
      <h2 className="mb-2 font-semibold">Call sheet, {dayText(today)}</h2>
      <table className="w-full text-xs">
        <tbody>
          {rows.map((row) => (
            <tr key={row.accountId} className="break-inside-avoid border-b">
              <td className="w-6 py-1">
                <span className="inline-block size-3 border border-foreground" />
              </td>
              <td className="py-1 pr-2 font-medium">
                <bdi>{row.name}</bdi>
              </td>
              <td className="py-1 pr-2">{row.reasonText}</td>
              <td className="py-1 pr-2 whitespace-nowrap">{bandName(row.band) ?? "No score"}</td>
              <td className="py-1 pr-2 text-right whitespace-nowrap">{moneyShort(row.arrCents, currency)}</td>
              <td className="py-1 text-right whitespace-nowrap">{row.endsOn ? dayText(row.endsOn) : ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});
