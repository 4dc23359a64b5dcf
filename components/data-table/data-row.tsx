import { memo } from "react";
import { cx } from "@/components/ui/cx";
import { Td } from "@/components/ui/table";
import type { DataColumn } from "./data-table";

interface Props<Row> {
  row: Row;
  columns: readonly DataColumn<Row>[];
  index: number;
  isActive: boolean;
  isSelected: boolean;
  /** Whether any row is selected: then that is what is read, else the active one. */
  hasSelection: boolean;
  onChoose: (index: number) => void;
  className: string | undefined;
}

/** One row of a list that is drawn whole; drawn again only when it changes. */
function DataRow<Row>({ row, columns, index, isActive, isSelected, hasSelection, onChoose, className }: Props<Row>) {
  return (
    <tr
      id={`row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={hasSelection ? isSelected : isActive}
      onClick={() => onChoose(index)}
      className={cx(
        "cursor-pointer hover:bg-muted",
        className,
        isSelected && "bg-heat-0",
        isActive && !isSelected && "bg-muted",
        isActive && "shadow-[inset_3px_0_0_var(--primary)]",
      )}
    >
      {columns.map((column) => (
        <Td key={column.id} numeric={column.numeric ?? false} className={column.className} title={column.title?.(row)}>
          {column.cell(row)}
        </Td>
      ))}
    </tr>
  );
}

export const MemoDataRow = memo(DataRow) as typeof DataRow;
