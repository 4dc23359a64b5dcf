import { cx } from "@/components/ui/cx";
import { Table, Td, Th } from "@/components/ui/table";
import type { RecordCounts } from "@/lib/core/import-ledger";
import { countText } from "@/lib/format";
import { tableName } from "./table-words";

interface Props {
  files: readonly { id: number; fileName: string; table: string; counts: RecordCounts }[];
  label: string;
}

const KINDS = [
  { kind: "created", head: "New" },
  { kind: "updated", head: "Changed" },
  { kind: "unchanged", head: "As they were" },
  { kind: "rejected", head: "Refused" },
  { kind: "waiting", head: "Waiting" },
  { kind: "leftOut", head: "Left out" },
  { kind: "notRead", head: "Not read" },
] as const;

/** What becomes of every record of every file. The seven kinds add up to the records, and the sum is shown. */
export function ImportCounts({ files, label }: Props) {
  return (
    <Table label={label} className="max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <Th>File</Th>
          {KINDS.map(({ kind, head }) => (
            <Th key={kind} numeric>
              {head}
            </Th>
          ))}
          <Th numeric>Records in the file</Th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {files.map(({ id, fileName, table, counts }) => (
          <tr key={id} className="max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:border-b max-md:py-2">
            <th
              scope="row"
              className="border-b px-2 py-1 text-left font-normal max-md:col-span-2 max-md:border-0 max-md:break-words"
            >
              {fileName}
              <span className="block text-muted-foreground text-xs">
                {tableName(table)}
                {spreadText(counts)}
              </span>
            </th>
            {KINDS.map(({ kind, head }) => (
              <Td key={kind} numeric className={cx(CELL, counts[kind] === 0 && "text-muted-foreground")}>
                <Head>{head}</Head>
                {countText(counts[kind])}
              </Td>
            ))}
            <Td numeric className={CELL}>
              <Head>Records in the file</Head>
              <span className="whitespace-nowrap">
                {isWhole(counts) && <span className="text-muted-foreground">= </span>}
                {countText(counts.records)}
              </span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** On a narrow screen a file's kinds stand below each other, each beside its name. */
const CELL = "max-md:flex max-md:h-auto max-md:items-baseline max-md:justify-between max-md:border-0 max-md:py-0.5";

function Head({ children }: { children: string }) {
  return (
    <span aria-hidden className="text-muted-foreground text-xs md:hidden">
      {children}
    </span>
  );
}

function sumOf(counts: RecordCounts): number {
  return KINDS.reduce((sum, { kind }) => sum + counts[kind], 0);
}

function isWhole(counts: RecordCounts): boolean {
  return sumOf(counts) === counts.records;
}

/** Where records are spread over days, gathered, or read twice, rows are what is counted: it says so. */
function spreadText(counts: RecordCounts): string {
  if (isWhole(counts)) return "";
  const filled = counts.filled > 0 ? `, ${countText(counts.filled)} of them quiet days` : "";
  return ` · ${countText(counts.records)} records make ${countText(sumOf(counts))} rows${filled}`;
}
