"use client";
import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { memo, type ReactNode, useCallback, useMemo } from "react";
import { Table, Th } from "@/components/ui/table";
import { useLatest } from "@/components/ui/use-latest";
import { MemoDataRow } from "./data-row";
import { useDrawnRows } from "./use-drawn-rows";

const features = tableFeatures({});

/** One column: its head, what a row shows in it, and by which name the server sorts it. */
export interface DataColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** The name of the sort, where the column has one. */
  sort?: string;
  /** On the head and every cell. */
  className?: string;
  title?: (row: Row) => string;
}

/** How a list is sorted now, and the address of every other order: the URL is the state. */
export interface ListSort {
  current: string;
  /** Sorts that run from the largest down; the others run up. */
  descending: readonly string[];
  hrefs: Readonly<Record<string, string>>;
}

interface Props<Row> {
  label: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** Absent where the list has one order. */
  sort?: ListSort;
  active: number;
  onChoose: (index: number) => void;
  /** Keys of rows chosen for what is done next. */
  selected?: ReadonlySet<string | number>;
  /** Rows of two lines. */
  isTall?: boolean;
}

const [LOW, TALL] = [36, 52];

/** The one table of lists: the server filters and sorts, j and k move (useListKeys), a click chooses. */
function ListTable<Row extends object>(props: Props<Row>) {
  const { label, columns, rows, rowKey, sort, active, onChoose, selected, isTall = false } = props;
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map(({ id, header, cell }) => helper.display({ id, header, cell: ({ row }) => cell(row.original) }));
  }, [columns]);
  const table = useTable({ features, columns: definitions, data: rows as Row[] });
  const byId = new Map(columns.map((column) => [column.id, column]));
  const latest = useLatest(onChoose);
  const choose = useCallback((index: number) => latest.current(index), [latest]);
  const height = isTall ? TALL : LOW;
  const { drawn, rest } = useDrawnRows(rows.length, active, height);
  return (
    <Table
      label={label}
      role="grid"
      aria-rowcount={rows.length + 1}
      aria-activedescendant={rows.length > 0 ? `row-${active}` : undefined}
      tabIndex={0}
    >
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} aria-rowindex={1}>
            {group.headers.map((header) => {
              const column = byId.get(header.column.id);
              return (
                <Th
                  key={header.id}
                  numeric={column?.numeric ?? false}
                  className={column?.className}
                  {...(column?.sort && sort
                    ? { sort: { href: sort.hrefs[column.sort] ?? "", direction: directionOf(column.sort, sort) } }
                    : {})}
                >
                  <table.FlexRender header={header} />
                </Th>
              );
            })}
          </tr>
        ))}
      </thead>
      <tbody>
        {table
          .getRowModel()
          .rows.slice(0, drawn)
          .map(({ original }, index) => (
            <MemoDataRow
              key={rowKey(original)}
              row={original}
              columns={columns}
              index={index}
              isActive={index === active}
              isSelected={selected?.has(rowKey(original)) ?? false}
              hasSelection={(selected?.size ?? 0) > 0}
              onChoose={choose}
              className={isTall ? "h-13" : undefined}
            />
          ))}
        {drawn < rows.length && <tr ref={rest} aria-hidden style={{ height: (rows.length - drawn) * height }} />}
      </tbody>
    </Table>
  );
}

export const DataTable = memo(ListTable) as typeof ListTable;

/** How a list is sorted by a name now; null where it is not. */
export function directionOf(name: string, { current, descending }: ListSort): "ascending" | "descending" | null {
  if (name !== current) return null;
  return descending.includes(name) ? "descending" : "ascending";
}
