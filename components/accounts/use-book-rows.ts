"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLatest } from "@/components/ui/use-latest";
import { type PackedRows, unpackRows } from "@/lib/core/portfolio/packed-rows";
import { paths } from "@/lib/paths";
import type { ListedRow } from "./account-columns";
import type { AccountsQuery } from "./address";

type Cursor = { value: string | number | null; accountId: number };
export type RowsPage = PackedRows & { next: Cursor | null };
/** The rows of the list, or of one group, as far as they are loaded. */
type Part = { rows: readonly ListedRow[]; next: Cursor | null; failed: boolean };

/** The whole list where it is not grouped. */
export const WHOLE = "";
const NOTHING: Part = { rows: [], next: null, failed: false };
const MOST_AGAIN = 2000;

/** The list's rows by part: the page brings the first, more come by keyset as they are needed, and after a change of the
 * page's own rows those loaded since are fetched again. */
export function useBookRows(query: AccountsQuery, first: RowsPage | null) {
  const [parts, setParts] = useState<ReadonlyMap<string, Part>>(() => new Map(first ? [[WHOLE, partOf(first)]] : []));
  const latest = useLatest(parts);
  const busy = useRef(new Set<string>());

  const fetchPart = useCallback(
    async (key: string, how: { after?: Cursor; limit?: number }) => {
      if (busy.current.has(key)) return;
      busy.current.add(key);
      const after = how.after && `${how.after.value ?? ""}:${how.after.accountId}`;
      const inGroup = key === WHOLE ? null : key;
      const address = paths.bookRows({ ...query, in: inGroup, after, limit: how.limit });
      const page = await fetch(address)
        .then((response) => (response.ok ? (response.json() as Promise<RowsPage>) : null))
        .catch(() => null);
      busy.current.delete(key);
      setParts((before) => {
        const old = before.get(key) ?? NOTHING;
        if (!page) return new Map([...before, [key, { ...old, failed: true }]]);
        const { rows, next } = partOf(page);
        return new Map([...before, [key, { rows: how.after ? [...old.rows, ...rows] : rows, next, failed: false }]]);
      });
    },
    [query],
  );

  /** Loads what follows, or the beginning of a part not yet asked for. */
  const more = useCallback(
    (key: string) => {
      const part = latest.current.get(key);
      if (!part) void fetchPart(key, {});
      else if (part.next) void fetchPart(key, { after: part.next });
    },
    [fetchPart, latest],
  );

  const shown = useRef(first);
  useEffect(() => {
    if (shown.current === first) return;
    shown.current = first;
    for (const [key, { rows }] of latest.current) {
      if (key === WHOLE && first && rows.length <= first.cells.length)
        setParts((before) => new Map([...before, [WHOLE, partOf(first)]]));
      else void fetchPart(key, { limit: Math.min(MOST_AGAIN, Math.max(1, rows.length)) });
    }
  }, [first, fetchPart, latest]);
  return { parts, more };
}

function partOf(page: RowsPage): Part {
  return { rows: unpackRows<ListedRow>(page), next: page.next, failed: false };
}
