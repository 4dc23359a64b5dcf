"use client";
import { useRouter } from "next/navigation";
import { useCallback, useMemo } from "react";
import { useLeavesWalk } from "@/components/accounts/use-walk";
import { DataTable, type ListSort } from "@/components/data-table/data-table";
import { useListKeys } from "@/components/data-table/use-list-keys";
import { useOpenAhead } from "@/components/data-table/use-open-ahead";
import { useSelection } from "@/components/data-table/use-selection";
import { Kbd } from "@/components/ui/kbd";
import { PageLinks } from "@/components/ui/page-links";
import { useWorkKeys } from "@/components/work/use-work-keys";
import { useWork } from "@/components/work/work-provider";
import type { Day } from "@/lib/core/calendar";
import { paths } from "@/lib/paths";
import { CallSheet } from "./call-sheet";
import { PeekPanel } from "./peek-panel";
import type { PeekRow } from "./queue-row";
import { TriageCards } from "./triage-cards";
import { triageColumns } from "./triage-columns";
import { usePeekAhead } from "./use-peek-ahead";
import { usePeeked, usePeekFollows } from "./use-peeked";
import { useQueueRows } from "./use-queue-rows";

interface Props {
  rows: PeekRow[];
  today: Day;
  currency: string;
  peek: string | null;
  sort: ListSort;
  next: string | null;
  first: string | null;
}

const keyOf = ({ accountId }: PeekRow) => accountId;

/** The queue: one row an account, moved through by j and k; Space opens the reasons beside it, Enter the account, and one
 * key each does something about it. */
export function TriageQueue({ rows: listed, today, currency, peek: initialPeek, sort, next, first }: Props) {
  const router = useRouter();
  const peeked = usePeeked();
  const { peek, setPeek } = peeked;
  const rows = useQueueRows(listed);
  const columns = useMemo(() => triageColumns(today, currency), [today, currency]);
  const ids = useMemo(() => rows.map(({ accountId }) => accountId), [rows]);
  const { marked } = useWork();
  const slugAt = useCallback((index: number) => rows[index]?.slug ?? "", [rows]);
  const { active, setActive, row } = useListKeys({
    ids,
    isBack: (id) => marked.get(Number(id)) === false,
    start: Math.max(
      0,
      rows.findIndex(({ slug }) => slug === initialPeek),
    ),
    onOpen: (index) => router.push(paths.account(slugAt(index))),
    onPeek: (index) => setPeek(peek === slugAt(index) ? null : slugAt(index)),
    onClose: () => setPeek(null),
  });
  useOpenAhead(row, (index) => {
    const slug = slugAt(index);
    return slug ? paths.account(slug) : null;
  });
  useLeavesWalk("Triage", () => rows.map(({ slug }) => slug));
  const { selected } = useSelection(ids, row);
  const chosen = rows.filter(({ accountId }) => selected.has(accountId));
  useWorkKeys(() => (chosen.length > 0 ? chosen : rows.slice(active, active + 1)));
  usePeekFollows(row, slugAt, peeked);
  const onPointerOver = usePeekAhead(row, slugAt);
  const choose = useCallback(
    (index: number) => {
      setActive(index);
      setPeek(slugAt(index));
    },
    [setActive, setPeek, slugAt],
  );
  return (
    <div data-peek={peek || undefined} className="flex items-start gap-6 max-xl:gap-4">
      <CallSheet rows={rows} today={today} currency={currency} />
      <div className="min-w-0 flex-1 print:hidden">
        <div className="max-md:hidden" onPointerOver={onPointerOver}>
          <DataTable
            label="Queue"
            columns={columns}
            rows={rows}
            rowKey={keyOf}
            sort={sort}
            active={active}
            onChoose={choose}
            selected={selected}
            isTall
          />
        </div>
        <TriageCards rows={rows} today={today} currency={currency} />
        <footer className="mt-3 flex flex-wrap items-center gap-3 text-muted-foreground text-xs">
          <PageLinks first={first} next={next} words={`Next ${rows.length}`} />
          <span className="max-md:hidden">
            {chosen.length > 0 ? `${chosen.length} chosen · ` : ""}
            <Kbd>j</Kbd> <Kbd>k</Kbd> move · <Kbd>Space</Kbd> reasons · <Kbd>e</Kbd> done · <Kbd>h</Kbd> snooze ·{" "}
            <Kbd>p</Kbd> plan · <Kbd>n</Kbd> note · <Kbd>?</Kbd> all keys
          </span>
        </footer>
      </div>
      {peek && (
        <PeekPanel
          slug={peek}
          row={rows.find(({ slug }) => slug === peek)}
          currency={currency}
          today={today}
          onClose={() => setPeek(null)}
        />
      )}
    </div>
  );
}
