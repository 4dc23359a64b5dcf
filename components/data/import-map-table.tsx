"use client";
import { Table, Th } from "@/components/ui/table";
import type { TargetTable } from "@/lib/core/import-ledger";
import { fateOf, withFate } from "./edit-mapping";
import { ImportMapRow } from "./import-map-row";
import type { FileColumn, Mapping, Suggestion } from "./imported-file";

interface Props {
  columns: readonly FileColumn[];
  suggestion: Suggestion;
  target: TargetTable;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** Their columns at the left, ours at the right; those without a place stand last. */
export function ImportMapTable({ columns, suggestion, target, mapping, onChange }: Props) {
  const unmatched = columns.filter(({ header }) => fateOf(mapping, header) === null).length;
  return (
    <>
      <p className="mb-3 max-w-prose text-muted-foreground">
        {unmatched === 0
          ? "Every column has a place."
          : `${columns.length - unmatched} have a place. ${unmatched} ${unmatched === 1 ? "is" : "are"} not imported: choose a field, keep ${unmatched === 1 ? "it" : "them"} as custom metrics or attributes, or leave ${unmatched === 1 ? "it" : "them"} out.`}
      </p>
      <Table label="Columns of the file and where they go">
        <thead className="max-md:sr-only">
          <tr>
            <Th>Column in the file</Th>
            <Th>Goes to</Th>
            <Th>How sure</Th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <ImportMapRow
              key={column.header}
              column={column}
              suggested={suggestion.columns.find(({ from }) => from === column.header) ?? null}
              target={target}
              mapping={mapping}
              onFate={(fate) => onChange(withFate(mapping, column.header, fate))}
            />
          ))}
        </tbody>
      </Table>
    </>
  );
}
