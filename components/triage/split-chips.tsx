import { ChipLink } from "@/components/ui/chip-link";
import { ChipNav } from "@/components/ui/chip-nav";
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
      <ChipNav label="Reasons">
        <ChipLink href={hrefOf({ split: null })} active={current === null} count={counts.accounts}>
          Everything
        </ChipLink>
        {SPLITS.map(({ split, words }) => (
          <ChipLink key={split} href={hrefOf({ split })} active={current === split} count={counts[split]}>
            {words}
          </ChipLink>
        ))}
      </ChipNav>
      <SearchBox name="q" value={q} label="Search accounts" />
    </div>
  );
}
