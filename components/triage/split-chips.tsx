import { ChipLink } from "@/components/ui/chip-link";
import { SearchBox } from "@/components/ui/search-box";
import { SegmentedLinks } from "@/components/ui/segmented";

const SPLITS = [
  { split: "diverging", words: "Diverging" },
  { split: "dropped", words: "Dropped" },
  { split: "renewing", words: "Renewing ≤ 90 d" },
  { split: "overdue", words: "Overdue" },
  { split: "card", words: "Card due" },
  { split: "data", words: "Data" },
] as const;
type Split = (typeof SPLITS)[number]["split"];

interface Props {
  counts: Record<Split, number> & { accounts: number };
  current: Split | null;
  book: string | number;
  q: string | null;
  hrefOf: (change: { split?: Split | null; owner?: string | null }) => string;
}

/** The queue's splits with their counts, whose book it is, and a search in it. */
export function SplitChips({ counts, current, book, q, hrefOf }: Props) {
  const owners = [
    { value: "me", label: "Mine", href: hrefOf({ owner: "me" }) },
    { value: "team", label: "Team", href: hrefOf({ owner: "team" }) },
    { value: "all", label: "All", href: hrefOf({ owner: "all" }) },
  ];
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 print:hidden">
      <SegmentedLinks label="Whose accounts" current={String(book)} options={owners} />
      {/* One line that scrolls on a phone, so that the first account is in sight. */}
      <nav
        aria-label="Reasons"
        className="flex gap-2 max-md:-mx-4 max-md:w-screen max-md:overflow-x-auto max-md:px-4 max-md:py-1 max-md:*:shrink-0 md:flex-wrap"
      >
        <ChipLink href={hrefOf({ split: null })} active={current === null} count={counts.accounts}>
          Everything
        </ChipLink>
        {SPLITS.map(({ split, words }) => (
          <ChipLink key={split} href={hrefOf({ split })} active={current === split} count={counts[split]}>
            {words}
          </ChipLink>
        ))}
      </nav>
      <SearchBox name="q" value={q} label="Search accounts" />
    </div>
  );
}
