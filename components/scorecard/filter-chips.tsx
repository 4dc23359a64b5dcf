import { ChipLink } from "@/components/ui/chip-link";
import { cx } from "@/components/ui/cx";
import { BEHIND_MORE } from "./behind-more";
import { SHOWS, type Show } from "./grid-counts";

const WORDS: Record<Show, string> = {
  unconfirmed: "Unconfirmed",
  changed: "Changed",
  diverging: "Diverging",
  renewing: "Renewing ≤ 90 d",
};

interface Props {
  counts: Record<Show, number>;
  total: number;
  shows: readonly Show[];
  hrefs: Record<Show | "all", string>;
}

/** The grid's filters with their counts; several narrow together. One that narrows is never hidden. */
export function FilterChips({ counts, total, shows, hrefs }: Props) {
  return (
    <nav aria-label="Filters" className={cx("mb-3 flex flex-wrap gap-2", shows.length === 0 && BEHIND_MORE)}>
      <ChipLink href={hrefs.all} active={shows.length === 0} count={total}>
        Everything
      </ChipLink>
      {SHOWS.map((show) => (
        <ChipLink key={show} href={hrefs[show]} active={shows.includes(show)} count={counts[show]}>
          {WORDS[show]}
        </ChipLink>
      ))}
    </nav>
  );
}
