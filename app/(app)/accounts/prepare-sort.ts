import { type AccountsQuery, accountsHref } from "@/components/accounts/address";
import type { ListSort } from "@/components/data-table/data-table";
import type { BookSort } from "@/db/queries/list-book";
import { TRIAGE_SORTS, type TriageSort } from "@/db/queries/list-triage";

/** How the list is sorted now and where each head leads: first by the column's usual direction, then the other way round. */
export function sortLinks({ by, descending }: BookSort, query: AccountsQuery): ListSort {
  const links = Object.entries(TRIAGE_SORTS).map(([name, usual]) => {
    const goesDown = name === by ? !descending : usual.descending;
    return [name, accountsHref(query, { sort: `${goesDown ? "-" : ""}${name}` })] as const;
  });
  return { current: by, descending: descending ? [by as TriageSort] : [], hrefs: Object.fromEntries(links) };
}
