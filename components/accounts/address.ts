import { paths } from "@/lib/paths";

/** The list's address, part by part; absent parts are left out, and the order is always this one. */
const PARTS = [
  ...["view", "q", "band", "measured", "people", "diverges", "owner", "segment", "region", "tag", "arr", "score"],
  ...["renews", "reason", "ids", "sort", "cols", "group", "peek"],
] as const;
export type AccountsQuery = Readonly<Record<string, string>>;
/** Parts that narrow the list. */
export const FILTERS = PARTS.slice(PARTS.indexOf("q"), PARTS.indexOf("sort"));

/** A query with some parts changed; null takes one out. */
export function changed(query: AccountsQuery, change: Readonly<Record<string, string | null>>): AccountsQuery {
  const all: Record<string, string | null> = { ...query, ...change };
  return Object.fromEntries(
    PARTS.flatMap((part) => {
      const value = all[part];
      return value ? [[part, value] as const] : [];
    }),
  );
}

/** The address of a query with some parts changed. */
export function accountsHref(query: AccountsQuery, change: Readonly<Record<string, string | null>> = {}): string {
  return paths.accounts(changed(query, change));
}

/** What a saved view keeps of an address. */
export function viewOf(query: AccountsQuery): string {
  const href = accountsHref(query, { view: null, peek: null, ids: null });
  return href.slice(paths.accounts().length + 1);
}

/** A saved view's address: its own name, and all that it stands for. */
export function viewHref(slug: string, query: string): string {
  return accountsHref({ ...Object.fromEntries(new URLSearchParams(query)), view: slug });
}
