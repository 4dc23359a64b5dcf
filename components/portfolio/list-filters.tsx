import { X } from "lucide-react";
import { ChipLink } from "@/components/ui/chip-link";
import { Link } from "@/components/ui/link";
import { SearchBox } from "@/components/ui/search-box";
import { SegmentedLinks } from "@/components/ui/segmented";

interface Props {
  book: string;
  owners: readonly { value: string; label: string; href: string }[];
  /** Bands and other chips that switch on and off. */
  chips: readonly { words: string; active: boolean; href: string }[];
  /** What else the list is narrowed by; each link leads to the list without it. */
  filters: readonly { words: string; href: string }[];
  q: string | null;
}

/** Whose accounts, which bands, and the filters that brought one here, each removable. */
export function ListFilters({ book, owners, chips, filters, q }: Props) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SegmentedLinks label="Whose accounts" current={book} options={owners} />
      <nav aria-label="Filters" className="flex flex-wrap gap-2">
        {chips.map(({ words, active, href }) => (
          <ChipLink key={words} href={href} active={active}>
            {words}
          </ChipLink>
        ))}
        {filters.map(({ words, href }) => (
          <Link
            key={words}
            href={href}
            scroll={false}
            className="inline-flex min-h-7 items-center gap-1.5 rounded-control bg-muted px-2 py-0.5 hover:opacity-80 max-md:min-h-11"
          >
            {words}
            <X aria-hidden className="size-3.5 shrink-0" />
            <span className="sr-only">(remove)</span>
          </Link>
        ))}
      </nav>
      <SearchBox name="q" value={q} label="Search accounts" />
    </div>
  );
}
