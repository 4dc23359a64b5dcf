import { ChipLink } from "@/components/ui/chip-link";
import { ChipNav } from "@/components/ui/chip-nav";
import { SegmentedLinks } from "@/components/ui/segmented";
import type { AgendaWhat } from "@/lib/core/playbook/agenda";
import { whatName } from "./agenda-line";

const BOOKS = [
  { value: "me", label: "Mine" },
  { value: "team", label: "Team" },
  { value: "all", label: "All" },
] as const;
const SHOWN = [
  { value: "due", label: "To hold" },
  { value: "held", label: "Held" },
] as const;

interface Change {
  owner?: "me" | "team" | "all";
  show?: "due" | "held";
  kind?: AgendaWhat | null;
}

interface Props {
  book: "me" | "team" | "all";
  show: "due" | "held";
  kind: AgendaWhat | null;
  /** The kinds that stand in these weeks. */
  kinds: readonly AgendaWhat[];
  earlier: string;
  later: string;
  /** Whether these are the weeks that one comes for. */
  isUsual: boolean;
  hrefOf: (change: Change) => string;
}

/** Whose reviews, to hold or held, of which kind, and which weeks. */
export function AgendaFilters({ book, show, kind, kinds, earlier, later, isUsual, hrefOf }: Props) {
  const offered = kind && !kinds.includes(kind) ? [...kinds, kind] : kinds;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SegmentedLinks
        label="Whose reviews"
        current={book}
        options={BOOKS.map(({ value, label }) => ({ value, label, href: hrefOf({ owner: value }) }))}
      />
      <SegmentedLinks
        label="To hold or held"
        current={show}
        options={SHOWN.map(({ value, label }) => ({ value, label, href: hrefOf({ show: value }) }))}
      />
      <ChipNav label="Kind">
        {offered.map((what) => (
          <ChipLink key={what} href={hrefOf({ kind: kind === what ? null : what })} active={kind === what}>
            {whatName(what)}
          </ChipLink>
        ))}
      </ChipNav>
      <nav aria-label="Weeks" className="ml-auto flex gap-2 max-md:ml-0">
        <ChipLink href={earlier}>Earlier</ChipLink>
        {!isUsual && <ChipLink href={hrefOf({})}>These weeks</ChipLink>}
        <ChipLink href={later}>Later</ChipLink>
      </nav>
    </div>
  );
}
