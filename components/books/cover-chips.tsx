import { ChipLink } from "@/components/ui/chip-link";
import type { Day } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";

interface Props {
  covers: readonly { personId: number; name: string; until: Day }[];
  /** Whose book is shown. */
  book: string | number;
  hrefOf: (owner: string) => string;
}

/** Whom the reader stands in for today: one chip a person, which shows their book alone. */
export function CoverChips({ covers, book, hrefOf }: Props) {
  if (covers.length === 0) return null;
  return (
    <nav aria-label="Books you cover" className="mb-3 flex flex-wrap gap-2">
      {covers.map(({ personId, name, until }) => {
        const active = String(book) === String(personId);
        return (
          <ChipLink key={personId} href={hrefOf(active ? "me" : String(personId))} active={active}>
            Covering {name.split(" ")[0]} until {dayText(until)}
          </ChipLink>
        );
      })}
    </nav>
  );
}
