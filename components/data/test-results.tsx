import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Table, Td, Th } from "@/components/ui/table";
import { tableName } from "./table-words";

export interface TestedSource {
  writable: readonly string[];
  tables: ReadonlyArray<{
    table: string;
    columns: ReadonlyArray<{ name: string; isKnown: boolean }>;
    missing: readonly string[];
    rows: ReadonlyArray<readonly string[]>;
    taken: number;
    waiting: number;
    rejections: ReadonlyArray<{ line: number; column: string; reason: string }>;
    fault: string | null;
  }>;
}

/** What a test found: five rows of each query, which of their columns are known, and what would become of them. */
export function TestResults({ tested }: { tested: TestedSource }) {
  return (
    <section aria-label="What the test found" className="flex flex-col gap-4" aria-live="polite">
      {tested.writable.length > 0 && (
        <Notice>
          This user may write, in {tested.writable.join(", ")}. Nothing here does, but give the source a user who may
          only read.
        </Notice>
      )}
      {tested.tables.map((test) => (
        <div key={test.table} className="flex flex-col gap-2">
          <h3 className="font-semibold">{tableName(test.table)}</h3>
          {test.fault ? <Notice>{test.fault}</Notice> : <TestedTable test={test} />}
        </div>
      ))}
    </section>
  );
}

function TestedTable({ test }: { test: TestedSource["tables"][number] }) {
  const { columns, missing, rows, taken, waiting, rejections } = test;
  return (
    <>
      {missing.length > 0 && <Notice>The query gives no column {missing.join(", ")}.</Notice>}
      <p>
        {rows.length === 0
          ? "It connects, and the query gives no rows now."
          : `Of ${rows.length} rows ${taken} would be taken, ${waiting} would wait for their account, ${rejections.length} would be rejected.`}
      </p>
      {rejections.length > 0 && (
        <ul className="list-disc pl-4">
          {rejections.map(({ line, column, reason }) => (
            <li key={`${line} ${column}`}>
              Row {line}, {column}: {reason}
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <Table label={`First rows of ${test.table}`} className="text-xs">
          <thead>
            <tr>
              {columns.map(({ name, isKnown }) => (
                <Th key={name} className={isKnown ? "text-foreground" : undefined}>
                  {name}
                  {!isKnown && <span className="font-normal"> (passed over)</span>}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .map((row, n) => ({ row, n }))
              .map(({ row, n }) => (
                <tr key={n}>
                  {columns.map(({ name }, at) => (
                    <Td key={name} className="max-w-60 truncate">
                      <bdi>{row[at]}</bdi>
                    </Td>
                  ))}
                </tr>
              ))}
          </tbody>
        </Table>
      )}
    </>
  );
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-2 font-medium">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
