"use client";
import { useMemo } from "react";
import { DataTable, type ListSort } from "@/components/data-table/data-table";
import { useOpenKeys } from "@/components/data-table/use-open-keys";
import { buttonClass } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/core/calendar";
import { paths } from "@/lib/paths";
import { AccountCard, accountColumns, type ListedAccount, type ListKind } from "./account-columns";

interface Props {
  rows: ListedAccount[];
  kind: ListKind;
  today: Day;
  currency: string;
  /** The name of the measure whose points are shown. */
  measure?: string | null;
  sort: ListSort;
  first: string | null;
  next: string | null;
}

/** The accounts behind a number: j and k move, Enter opens. */
export function AccountList({ rows, kind, today, currency, measure = null, sort, first, next }: Props) {
  const { active, setActive } = useOpenKeys(rows, (row) => paths.account(row.slug));
  const columns = useMemo(() => accountColumns(kind, today, currency, measure), [kind, today, currency, measure]);
  return (
    <>
      <div className="max-md:hidden">
        <DataTable
          label="Accounts"
          columns={columns}
          rows={rows}
          rowKey={({ accountId }) => accountId}
          sort={sort}
          active={active}
          onChoose={setActive}
        />
      </div>
      <ul className="flex flex-col gap-2 md:hidden">
        {rows.map((row) => (
          <AccountCard key={row.accountId} row={row} kind={kind} today={today} currency={currency} measure={measure} />
        ))}
      </ul>
      <footer className="mt-3 flex flex-wrap items-center gap-3 text-muted-foreground text-xs">
        {first && (
          <Link href={first} className={buttonClass({ size: "sm" })}>
            First page
          </Link>
        )}
        {next && (
          <Link href={next} className={buttonClass({ size: "sm" })}>
            Next {rows.length}
          </Link>
        )}
        <span className="max-md:hidden">
          <Kbd>j</Kbd> <Kbd>k</Kbd> move · <Kbd>Enter</Kbd> open · <Kbd>/</Kbd> search
        </span>
      </footer>
    </>
  );
}
