import { memo, type ReactNode, useMemo, useSyncExternalStore } from "react";
import { cx } from "@/components/ui/cx";
import { Td } from "@/components/ui/table";
import type { ActiveRow } from "./active-row";
import type { DataColumn } from "./data-table";

interface Props<Row> {
  row: Row | null;
  /** In place of a row: the head of a group, over all columns. */
  head: ReactNode;
  columns: readonly DataColumn<Row>[];
  index: number;
  active: ActiveRow;
  isSelected: boolean;
  onChoose: (index: number) => void;
  onToggle: (index: number) => void;
  nameOf: (row: Row) => string;
}

/** One row of a virtual table; drawn again only when it changes, and its cells not when it becomes the active one. The first
 * column stays in sight. Rows are isolated from each other, so that the browser keeps what it painted of the others. */
function VirtualRow<Row>({ row, head, columns, index, active, isSelected, onChoose, onToggle, nameOf }: Props<Row>) {
  const isActive = useSyncExternalStore(
    active.subscribe,
    () => active.get() === index,
    () => active.get() === index,
  );
  const cells = useMemo(
    () =>
      row === null ? (
        <Td colSpan={columns.length} className="bg-inherit font-medium">
          <div className="sticky left-2 inline-flex">{head}</div>
        </Td>
      ) : (
        columns.map((column, at) => (
          <Td
            key={column.id}
            numeric={column.numeric ?? false}
            title={column.title?.(row)}
            className={cx(
              "overflow-hidden text-ellipsis whitespace-nowrap",
              at === 0 && "first-cell sticky left-0 z-1 bg-inherit",
              column.className,
            )}
          >
            {at === 0 ? (
              <span className="flex items-center gap-1">
                <label className="-ml-1 inline-grid size-6 shrink-0 place-items-center max-md:size-11">
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={`Choose ${nameOf(row)}`}
                    checked={isSelected}
                    onChange={() => onToggle(index)}
                    onClick={(event) => event.stopPropagation()}
                    className="accent-primary"
                  />
                </label>
                <span className="min-w-0 flex-1">{column.cell(row)}</span>
              </span>
            ) : (
              column.cell(row)
            )}
          </Td>
        ))
      ),
    [row, head, columns, index, isSelected, onToggle, nameOf],
  );
  return (
    <tr
      id={`row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={isSelected || isActive}
      data-active={isActive || undefined}
      onClick={() => onChoose(index)}
      className={cx(
        "isolate h-9 max-md:h-11 cursor-pointer scroll-mt-9 data-active:[&>.first-cell]:shadow-[inset_3px_0_0_var(--primary)]",
        isActive ? "bg-muted" : isSelected ? "bg-heat-0" : "bg-background hover:bg-muted",
      )}
    >
      {cells}
    </tr>
  );
}

export const MemoRow = memo(VirtualRow) as typeof VirtualRow;
