import { TriangleAlert } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import type { FaultGroup, RecordCounts, WaitingKey } from "@/lib/core/import-ledger";
import { countText } from "@/lib/format";
import { columnWords } from "./table-words";

interface Props {
  fileName: string;
  counts: RecordCounts;
  faults: readonly FaultGroup[];
  waiting: readonly WaitingKey[];
  /** Where the refused rows can be fetched as a file; null before the import. */
  errorFile: string | null;
}

/** Rows that a check refused or that wait, grouped by kind: what is wrong, how often, and on which lines. */
export function ImportProblems({ fileName, counts, faults, waiting, errorFile }: Props) {
  return (
    <Card
      id="problems"
      title={`Rows of ${fileName} that do not go in`}
      aside={
        errorFile && (
          <a href={errorFile} download className={buttonClass({ size: "sm" })}>
            Error file
          </a>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {counts.rejected === 0 && <p>No row is refused.</p>}
        {faults.length > 0 && (
          <>
            <p className="max-w-prose text-muted-foreground">
              {rows(counts.rejected)} refused; the others go in without them. Correct the mapping or a value above, or
              skip these rows: they come back as a file with the reason beside each.
            </p>
            <Table label={`Refused rows of ${fileName}`}>
              <thead>
                <tr>
                  <Th>Field</Th>
                  <Th>What is wrong</Th>
                  <Th numeric>Rows</Th>
                  <Th>For example</Th>
                </tr>
              </thead>
              <tbody>
                {faults.map(({ field, reason, count, examples }) => (
                  <tr key={`${field}:${reason}`}>
                    <Td className="align-top whitespace-nowrap">
                      {field === "" ? "the whole row" : columnWords(field)}
                    </Td>
                    <Td className="min-w-40 align-top">{reason}</Td>
                    <Td numeric className="align-top">
                      {countText(count)}
                    </Td>
                    <Td className="min-w-48 align-top text-muted-foreground text-xs">
                      {examples.slice(0, 3).map(({ line, reason: said }) => (
                        <span key={line} className="block">
                          line {countText(line)}: {said}
                        </span>
                      ))}
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </>
        )}
        {counts.waiting > 0 && counts.waiting >= counts.rows - counts.rejected && (
          <p className="flex max-w-prose items-start gap-2 font-medium">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            No row of this file has found its account. If its accounts are here already, another column names them:
            under Map, choose one with their names, domains or e-mails as the account.
          </p>
        )}
        {waiting.length > 0 && (
          <details>
            <summary className="cursor-pointer">
              {rows(counts.waiting)} for {countText(waiting.length)}{" "}
              {waiting.length === 1 ? "account that is" : "accounts that are"} not known yet
            </summary>
            <p className="mt-2 max-w-prose text-muted-foreground">
              They attach by themselves when their accounts come, with this import or a later one.
            </p>
            <ul className="mt-2 columns-2 gap-6 md:columns-3">
              {waiting.slice(0, 60).map(({ key, rows: count }) => (
                <li key={key} className="truncate">
                  {key.replace(/^(name|domain):/, "")}{" "}
                  <span className="text-muted-foreground text-xs">{countText(count)}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Card>
  );
}

const rows = (count: number) => `${countText(count)} ${count === 1 ? "row" : "rows"}`;
