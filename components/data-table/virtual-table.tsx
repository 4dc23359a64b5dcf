"use client";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { Fragment, type ReactNode, type RefObject, useCallback, useEffect, useRef } from "react";
import { Table, Th } from "@/components/ui/table";
import type { ActiveRow } from "./active-row";
import { type DataColumn, directionOf, type ListSort } from "./data-table";
import { MemoRow } from "./virtual-row";

export type WideColumn<Row> = DataColumn<Row> & { width: number };
/** What stands in a line: an account, or the head of a group. */
export type Line<Row> = { key: string | number; row: Row | null; head?: ReactNode };

interface Props<Row> {
  label: string;
  columns: readonly WideColumn<Row>[];
  lines: readonly Line<Row>[];
  /** How many lines there are in all, where known: not all of them are loaded. */
  total: number | null;
  rowHeight: number;
  sort: ListSort;
  active: ActiveRow;
  onChoose: (index: number) => void;
  selected: ReadonlySet<string | number>;
  onToggle: (index: number) => void;
  nameOf: (row: Row) => string;
  /** Called with the first and last line in sight. */
  onSight: (first: number, last: number) => void;
  /** What stands below, by the lines in sight. */
  foot: (first: number, last: number) => ReactNode;
}

const HEAD = 36;
const OVERSCAN = 8;
/** What the server draws before it knows the window. */
const FIRST_SIGHT = { width: 1200, height: 900 };

/** A list of any length: only the lines in sight are drawn, the active one always is. */
export function VirtualTable<Row>(props: Props<Row>) {
  const { label, columns, lines, total, rowHeight, sort, active, onChoose, selected, onToggle, nameOf, onSight, foot } =
    props;
  const frame = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: OVERSCAN,
    scrollPaddingStart: HEAD,
    initialRect: FIRST_SIGHT,
    useFlushSync: true,
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), active.get()])]
          .filter((at) => at < range.count)
          .sort((a, b) => a - b),
      [active],
    ),
  });
  useFollow(frame, active, rowHeight);
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  useEffect(() => onSight(startIndex, endIndex), [onSight, startIndex, endIndex]);

  let drawnTo = 0;
  const gap = (to: number, key: string) => {
    const height = to - drawnTo;
    return height > 0 && <tr key={key} aria-hidden style={{ height }} />;
  };
  return (
    <>
      <Table
        label={label}
        scroller={frame}
        scrollerClass="max-h-[calc(100dvh-13rem)] min-h-60 overflow-auto overscroll-contain"
        role="grid"
        tabIndex={0}
        aria-rowcount={total === null ? -1 : total + 1}
        aria-activedescendant={lines.length > 0 ? `row-${active.get()}` : undefined}
        className="table-fixed border-separate! border-spacing-0"
        style={{ minWidth: columns.reduce((sum, { width }) => sum + width, 0) }}
      >
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ id, header, numeric, sort: name }, at) => (
              <Th
                key={id}
                numeric={numeric ?? false}
                className={at === 0 ? "left-0 z-3" : "z-2"}
                {...(name ? { sort: { href: sort.hrefs[name] ?? "", direction: directionOf(name, sort) } } : {})}
              >
                {header}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {virtual.getVirtualItems().map(({ index, key, start, end }) => {
            const line = lines[index];
            const before = gap(start, `gap-${index}`);
            drawnTo = end;
            return (
              line && (
                <Fragment key={key}>
                  {before}
                  <MemoRow
                    row={line.row}
                    head={line.head}
                    columns={columns}
                    index={index}
                    active={active}
                    isSelected={selected.has(line.key)}
                    {...{ onChoose, onToggle, nameOf }}
                  />
                </Fragment>
              )
            );
          })}
          {gap(virtual.getTotalSize(), "gap-end")}
        </tbody>
      </Table>
      {foot(startIndex, endIndex)}
    </>
  );
}

/** Keeps the active line in sight and points the grid at it. All lines are of one height, so nothing is measured but where
 * the list stands. */
function useFollow(frame: RefObject<HTMLElement | null>, active: ActiveRow, rowHeight: number): void {
  useEffect(() => {
    const follow = () => {
      const list = frame.current;
      if (!list) return;
      list.firstElementChild?.setAttribute("aria-activedescendant", `row-${active.get()}`);
      const top = active.get() * rowHeight;
      const lowest = top + rowHeight + HEAD - list.clientHeight;
      if (top < list.scrollTop) list.scrollTop = top;
      else if (lowest > list.scrollTop) list.scrollTop = lowest;
    };
    follow();
    return active.subscribe(follow);
  }, [frame, active, rowHeight]);
}
