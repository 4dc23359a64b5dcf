import { TriangleAlert } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import { countText, dayText } from "@/lib/format";
import { bytesText } from "./bytes-text";
import { dialectText } from "./dialect-words";
import { ImportDialect } from "./import-dialect";
import { ImportRemove } from "./import-remove";
import type { MappedFile } from "./imported-file";
import { tableName } from "./table-words";

interface Props {
  file: MappedFile & { sameAs: { fileName: string; appliedAt: string } | null };
  mayRemove: boolean;
  /** Whether the first rows are shown without being asked for. */
  isOpen: boolean;
}

/** One uploaded file: what it was found to be, what says so, and its first rows. */
export function ImportFileCard({ file, mayRemove, isOpen }: Props) {
  const { fileName, fileBytes, profile, sameAs, table } = file;
  const { dialect, columns, sample, profiled, suggestion, fault } = profile;
  return (
    <Card
      id={`file-${file.id}`}
      title={fileName}
      aside={mayRemove && <ImportRemove importId={file.id} fileName={fileName} />}
    >
      <p>
        <strong className="font-medium">
          {fault ? "It cannot be read yet" : table === "" ? "Which table it fills is asked next" : tableName(table)}
        </strong>
        <span className="text-muted-foreground">
          {" · "}
          {!fault && `${countText(profiled)} rows, ${columns.length} columns · `}
          {dialectText(dialect)} · {bytesText(fileBytes)}
        </span>
      </p>
      {sameAs && (
        <p className="mt-2 max-w-prose font-medium">
          The same file was imported on {dayText(sameAs.appliedAt.slice(0, 10))} as {sameAs.fileName}. Again it changes
          nothing.
        </p>
      )}
      {fault && (
        <p role="alert" className="mt-2 flex max-w-prose items-start gap-2 font-medium">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {fault} Say below how the file is written, or take it out.
        </p>
      )}
      <details className="mt-2" open={isOpen || fault !== null}>
        <summary className="cursor-pointer text-muted-foreground">How it is written, and its first rows</summary>
        <ul className="my-2 list-inside list-disc text-muted-foreground text-xs">
          {[...dialect.evidence, ...(fault ? [] : [suggestion.why])].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {mayRemove && <ImportDialect importId={file.id} fileName={fileName} profile={profile} />}
        <Table label={`First rows of ${fileName}`}>
          <thead>
            <tr>
              {columns.map(({ header }) => (
                <Th key={header}>{header}</Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample
              .map((row, index) => ({ row, key: `row-${index}` }))
              .map(({ row, key }) => (
                <tr key={key}>
                  {columns.map(({ header }) => (
                    <Td key={header} className="max-w-60 truncate whitespace-nowrap">
                      {row[header]}
                    </Td>
                  ))}
                </tr>
              ))}
          </tbody>
        </Table>
      </details>
    </Card>
  );
}
