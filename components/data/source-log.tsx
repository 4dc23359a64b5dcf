import { Table, Td, Th } from "@/components/ui/table";
import { countText } from "@/lib/format";
import { agoText } from "./ago-text";
import { tableName } from "./table-words";

interface Run {
  id: number;
  table: string;
  minutesAgo: number;
  seconds: number | null;
  status: "running" | "ok" | "failed";
  accepted: number;
  unchanged: number;
  rejected: number;
  waiting: number;
  message: string | null;
}

const STATUS_WORDS = { running: "Reading", ok: "Delivered", failed: "Failed" };

/** The last deliveries of a source. One that sends all the time has a line an hour. */
export function SourceLog({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0) return <p className="text-muted-foreground">Nothing has come yet.</p>;
  return (
    <Table label="Deliveries">
      <thead>
        <tr>
          <Th>When</Th>
          <Th>Table</Th>
          <Th>Result</Th>
          <Th>What it said</Th>
          <Th numeric>Taken</Th>
          <Th numeric>Unchanged</Th>
          <Th numeric>Rejected</Th>
          <Th numeric>Waiting</Th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <Td className="whitespace-nowrap">{agoText(run.minutesAgo)}</Td>
            <Td className="whitespace-nowrap">{tableName(run.table)}</Td>
            <Td className={run.status === "failed" ? "font-semibold" : undefined}>{STATUS_WORDS[run.status]}</Td>
            <Td className={run.message ? "min-w-48 py-1.5" : undefined}>{run.message}</Td>
            <Td numeric>{countText(run.accepted)}</Td>
            <Td numeric>{countText(run.unchanged)}</Td>
            <Td numeric>{countText(run.rejected)}</Td>
            <Td numeric>{countText(run.waiting)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
