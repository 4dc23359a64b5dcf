import { memo } from "react";
import type { Day } from "@/lib/core/calendar";
import type { QueueRow } from "./queue-row";
import { TriageCard } from "./triage-card";

interface Props {
  rows: readonly QueueRow[];
  today: Day;
  currency: string;
}

/** The queue on a phone; a key that moves through the list of a wide screen draws nothing of it. */
export const TriageCards = memo(function TriageCards({ rows, today, currency }: Props) {
  return (
    <ul className="flex flex-col gap-2 md:hidden">
      {rows.map((row) => (
        <TriageCard key={row.accountId} row={row} today={today} currency={currency} />
      ))}
    </ul>
  );
});
