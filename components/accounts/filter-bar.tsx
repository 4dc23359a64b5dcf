import { X } from "lucide-react";
import { Link } from "@/components/ui/link";
import { SearchBox } from "@/components/ui/search-box";
import { AddFilter } from "./add-filter";
import { type AccountsQuery, accountsHref, FILTERS } from "./address";
import { chipsOf } from "./filter-words";

interface Props {
  query: AccountsQuery;
  owners: readonly { personId: number; name: string }[];
}

/** What the list is narrowed by, as chips that say "field is value" and all hold; each comes off by a click. */
export function FilterBar({ query, owners }: Props) {
  const chips = chipsOf(query, owners);
  const none = Object.fromEntries(FILTERS.map((part) => [part, null]));
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <nav aria-label="Filters" className="flex flex-wrap gap-2 empty:hidden">
        {chips.map(({ part, words }) => (
          <Link
            key={part}
            href={accountsHref(query, { [part]: null })}
            scroll={false}
            className="inline-flex min-h-7 items-center gap-1.5 rounded-control bg-muted px-2 py-0.5 hover:opacity-80 max-md:min-h-11"
          >
            <bdi>{words}</bdi>
            <X aria-hidden className="size-3.5 shrink-0" />
            <span className="sr-only">(remove)</span>
          </Link>
        ))}
        {chips.length > 1 && (
          <Link
            href={accountsHref(query, { ...none, view: null })}
            scroll={false}
            className="inline-flex min-h-7 items-center px-1 text-primary underline max-md:min-h-11"
          >
            Clear all
          </Link>
        )}
      </nav>
      <AddFilter query={query} owners={owners} />
      <SearchBox name="q" value={query.q ?? null} label="Search accounts" />
    </div>
  );
}
