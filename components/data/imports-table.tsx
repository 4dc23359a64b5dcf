import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { ImportStatus, RecentImport } from "@/lib/core/import-ledger";
import { countText, dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { agoText } from "./ago-text";
import { tableName } from "./table-words";

const STATUS_WORDS: Readonly<Record<ImportStatus, string>> = {
  uploaded: "Being mapped",
  importing: "Importing",
  imported: "Imported",
  failed: "Failed, nothing written",
  undone: "Undone",
};

/** The files imported last; each opens its session, where it goes on or can be undone. */
export function ImportsTable({ imports }: { imports: readonly RecentImport[] }) {
  return (
    <Table label="Imports">
      <thead>
        <tr>
          <Th>File</Th>
          <Th>Status</Th>
          <Th>When</Th>
          <Th numeric>Taken</Th>
          <Th numeric>Unchanged</Th>
          <Th numeric>Rejected</Th>
          <Th numeric>Waiting</Th>
          <Th>Days</Th>
        </tr>
      </thead>
      <tbody>
        {imports.map((row) => (
          <tr key={row.id}>
            <Td>
              {row.sessionId === null ? (
                <bdi>{row.fileName}</bdi>
              ) : (
                <Link
                  href={paths.importSession(row.sessionId)}
                  className="font-medium underline-offset-2 hover:underline"
                >
                  <bdi>{row.fileName}</bdi>
                </Link>
              )}{" "}
              <span className="text-muted-foreground text-xs">{row.table && tableName(row.table)}</span>
            </Td>
            <Td className="whitespace-nowrap">{STATUS_WORDS[row.status]}</Td>
            <Td className="whitespace-nowrap">{agoText(row.minutesAgo)}</Td>
            <Td numeric>{countText(row.accepted)}</Td>
            <Td numeric>{countText(row.unchanged)}</Td>
            <Td numeric className={row.rejected > 0 ? "font-semibold" : undefined}>
              {countText(row.rejected)}
            </Td>
            <Td numeric>{countText(row.waiting)}</Td>
            <Td className="whitespace-nowrap">
              {row.firstDay && row.lastDay && `${dayText(row.firstDay)} – ${dayText(row.lastDay)}`}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
