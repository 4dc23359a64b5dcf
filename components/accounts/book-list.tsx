"use client";
import { useRouter } from "next/navigation";
import { useCallback, useMemo } from "react";
import { useActiveRow } from "@/components/data-table/active-row";
import type { ListSort } from "@/components/data-table/data-table";
import { useOpenAhead } from "@/components/data-table/use-open-ahead";
import { useRowHeight } from "@/components/data-table/use-row-height";
import { useRowKeys } from "@/components/data-table/use-row-keys";
import { useSelection } from "@/components/data-table/use-selection";
import { VirtualTable } from "@/components/data-table/virtual-table";
import { PeekPanel } from "@/components/triage/peek-panel";
import { usePeekAhead } from "@/components/triage/use-peek-ahead";
import { usePeeked, usePeekFollows } from "@/components/triage/use-peeked";
import { useLatest } from "@/components/ui/use-latest";
import { useWorkKeys } from "@/components/work/use-work-keys";
import type { Day } from "@/lib/core/calendar";
import { paths } from "@/lib/paths";
import { accountColumns, type ListedRow } from "./account-columns";
import type { AccountsQuery } from "./address";
import { BookFooter, type BookTotal } from "./book-footer";
import { BulkBar } from "./bulk-bar";
import type { ColumnId } from "./column-names";
import type { Group } from "./group-head";
import { useAllMatching } from "./use-all-matching";
import { useBookLines } from "./use-book-lines";
import type { RowsPage } from "./use-book-rows";
import { useLeavesWalk } from "./use-walk";

interface Props {
  query: AccountsQuery;
  first: RowsPage | null;
  groups: readonly Group[] | null;
  total: BookTotal;
  columns: readonly ColumnId[];
  sort: ListSort;
  today: Day;
  currency: string;
}

const nameOf = ({ name }: ListedRow) => name;

/** Every account of a filter in one list: j and k move, Space opens the reasons, Enter the account; what is chosen can be
 * worked on together. */
export function BookList({ query, first, groups, total, columns: shown, sort, today, currency }: Props) {
  const router = useRouter();
  const peeked = usePeeked();
  const { peek, setPeek } = peeked;
  const { lines, press, see } = useBookLines({ query, first, groups, currency });
  const columns = useMemo(() => accountColumns(shown, today, currency), [shown, today, currency]);
  const rowHeight = useRowHeight();
  const rowAt = (index: number) => lines[index]?.row ?? null;
  const slugAt = useCallback((index: number) => lines[index]?.row?.slug ?? "", [lines]);
  const active = useActiveRow(
    Math.max(
      0,
      lines.findIndex(({ row }) => row && row.slug === peek),
    ),
  );
  const ids = useMemo(() => lines.map(({ key }) => key), [lines]);
  useRowKeys({
    active,
    ids,
    onOpen: (index) => {
      const row = rowAt(index);
      if (row) router.push(paths.account(row.slug));
      else press(lines[index]);
    },
    onPeek: (index) => {
      const slug = rowAt(index)?.slug ?? null;
      setPeek(peek === slug ? null : slug);
    },
    onClose: () => setPeek(null),
  });
  useOpenAhead(active, (index) => {
    const row = rowAt(index);
    return row && paths.account(row.slug);
  });
  const onPointerOver = usePeekAhead(active, slugAt);
  useLeavesWalk("Accounts", () => lines.flatMap(({ row }) => row?.slug ?? []));
  const { all, choose: chooseAll, clear: clearAll } = useAllMatching(query);
  const accountIds = useMemo(() => lines.map(({ row }) => row?.accountId), [lines]);
  const { selected, toggle, clear } = useSelection<number>(accountIds, active);
  const chosen = all?.targets ?? lines.flatMap(({ row }) => (row && selected.has(row.accountId) ? [row] : []));
  const marked = useMemo(
    () => (all ? new Set(all.targets.map(({ accountId }) => accountId)) : selected),
    [all, selected],
  );
  const activeRows = () => {
    const row = rowAt(active.get());
    return row ? [row] : [];
  };
  useWorkKeys(() => (chosen.length > 0 ? chosen : activeRows()));

  usePeekFollows(active, slugAt, peeked);
  const latest = useLatest({ lines, press, toggle });
  const onChoose = useCallback(
    (index: number) => {
      active.set(index);
      const line = latest.current.lines[index];
      if (line?.row === null) latest.current.press(line);
    },
    [active, latest],
  );
  const onToggle = useCallback(
    (index: number) => latest.current.toggle(latest.current.lines[index]?.row?.accountId),
    [latest],
  );
  const foot = (from: number, to: number) => (
    <BookFooter total={total} sight={groups ? null : [from, to]} groups={groups?.length ?? 0} currency={currency} />
  );
  return (
    <div className="flex items-start gap-6 max-xl:gap-4">
      <div className="min-w-0 flex-1" onPointerOver={onPointerOver}>
        {chosen.length > 0 && (
          <BulkBar
            targets={chosen}
            all={all}
            query={query}
            onAll={() => void chooseAll()}
            onClear={() => {
              clear();
              clearAll();
            }}
          />
        )}
        <VirtualTable
          label="Accounts"
          columns={columns}
          lines={lines}
          total={groups || total.isCapped ? null : total.accounts}
          key={rowHeight}
          rowHeight={rowHeight}
          sort={sort}
          active={active}
          onChoose={onChoose}
          selected={marked}
          onToggle={onToggle}
          nameOf={nameOf}
          onSight={see}
          foot={foot}
        />
      </div>
      {peek && (
        <PeekPanel
          slug={peek}
          row={lines.find(({ row }) => row?.slug === peek)?.row ?? undefined}
          currency={currency}
          today={today}
          onClose={() => setPeek(null)}
        />
      )}
    </div>
  );
}
