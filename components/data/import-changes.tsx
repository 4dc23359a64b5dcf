import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { RowChange } from "@/lib/core/import-ledger";
import { countText } from "@/lib/format";
import { columnWords } from "./table-words";

/** Rows that would be added or changed, field by field: what stands now and what comes. */
export function ImportChanges({
  fileName,
  changes,
  of,
}: {
  fileName: string;
  changes: readonly RowChange[];
  of: number;
}) {
  if (changes.length === 0) return null;
  return (
    <details>
      <summary className="cursor-pointer font-medium">
        {fileName}: {changes.length < of ? `${changes.length} of ${countText(of)} changes` : `${countText(of)} changes`}
        , field by field
      </summary>
      <Table label={`Changes by ${fileName}`} className="mt-2">
        <thead>
          <tr>
            <Th>Account</Th>
            <Th>Row</Th>
            <Th>Fields</Th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.table}:${change.account}:${JSON.stringify(change.key)}`}>
              <Td className="align-top py-2">{change.account}</Td>
              <Td className="align-top py-2">
                <Badge tone="outline">{change.kind === "create" ? "new" : "changed"}</Badge>{" "}
                <span className="text-muted-foreground text-xs">{Object.values(change.key).join(" · ")}</span>
              </Td>
              <Td className="min-w-80 py-2">
                <ul className="flex flex-wrap gap-x-4 gap-y-1">
                  {change.fields.map(({ field, before, after }) => (
                    <li key={field}>
                      <span className="text-muted-foreground text-xs">{columnWords(field)} </span>
                      {before !== null && (
                        <>
                          <del className="text-muted-foreground">{before}</del> <span aria-hidden>→ </span>
                        </>
                      )}
                      {after === null ? <em>nothing</em> : <ins className="no-underline">{after}</ins>}
                    </li>
                  ))}
                </ul>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
