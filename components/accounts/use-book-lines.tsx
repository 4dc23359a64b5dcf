"use client";
import { useCallback, useMemo, useState } from "react";
import type { Line } from "@/components/data-table/virtual-table";
import type { ListedRow } from "./account-columns";
import type { AccountsQuery } from "./address";
import { type Group, type GroupBy, GroupHead } from "./group-head";
import { type RowsPage, useBookRows, WHOLE } from "./use-book-rows";

interface Options {
  query: AccountsQuery;
  first: RowsPage | null;
  groups: readonly Group[] | null;
  currency: string;
}

/** How many lines before the end of what is loaded the next rows are asked for. */
const AHEAD = 60;

/** What stands in the list, line by line: accounts, or groups with the accounts of those that are open. */
export function useBookLines({ query, first, groups, currency }: Options) {
  const { parts, more } = useBookRows(query, first);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const by = (query.group ?? "band") as GroupBy;
  const { lines, ends } = useMemo(() => {
    const lines: Line<ListedRow>[] = [];
    /** Where a part ends that has more rows. */
    const ends: { key: string; at: number }[] = [];
    const put = (key: string) => {
      const part = parts.get(key);
      for (const row of part?.rows ?? []) lines.push({ key: row.accountId, row });
      if (part?.next) ends.push({ key, at: lines.length - 1 });
      if (!part || part.failed)
        lines.push({ key: `note:${key}`, row: null, head: part ? "Not loaded. Enter tries again." : "Loading…" });
    };
    if (!groups) put(WHOLE);
    for (const group of groups ?? []) {
      const key = partKey(group);
      const isOpen = open.has(key);
      lines.push({ key: `group:${key}`, row: null, head: <GroupHead by={by} {...{ group, isOpen, currency }} /> });
      if (isOpen) put(key);
    }
    return { lines, ends };
  }, [parts, groups, open, by, currency]);

  /** What Enter does on a line that is no account: opens or closes the group, or asks again. */
  const press = useCallback(
    (line: Line<ListedRow> | undefined) => {
      const [, what, key] = /^(group|note):(.*)$/s.exec(String(line?.key ?? "")) ?? [];
      if (key === undefined) return;
      more(key);
      if (what === "group")
        setOpen((before) => {
          const after = new Set(before);
          if (!after.delete(key)) after.add(key);
          return after;
        });
    },
    [more],
  );
  /** Loads what comes next where the end of what is loaded is near. */
  const see = useCallback(
    (firstSeen: number, lastSeen: number) => {
      for (const { key, at } of ends) if (at >= firstSeen && at - lastSeen < AHEAD) more(key);
    },
    [ends, more],
  );
  return { lines, press, see };
}

function partKey({ key }: Group): string {
  return key ?? "none";
}
