import { ChipLink } from "@/components/ui/chip-link";
import { ChipNav } from "@/components/ui/chip-nav";
import { SearchBox } from "@/components/ui/search-box";
import { SegmentedLinks } from "@/components/ui/segmented";
import type { Cause } from "@/lib/core/playbook/causes";
import { CauseFilter } from "./cause-filter";

const STATES = [
  { state: "open", words: "Open" },
  { state: "overdue", words: "Overdue" },
  { state: "waiting", words: "Waiting for approval" },
  { state: "incomplete", words: "Something missing" },
  { state: "complete", words: "Under way" },
  { state: "closed", words: "Closed" },
] as const;
const KINDS = [
  { kind: "action", words: "Action" },
  { kind: "recovery", words: "Recovery" },
] as const;
const BOOKS = [
  { value: "me", label: "Mine" },
  { value: "team", label: "Team" },
  { value: "all", label: "All" },
] as const;

type State = (typeof STATES)[number]["state"];
type Kind = (typeof KINDS)[number]["kind"];

interface Props {
  counts: Record<State, number>;
  book: "me" | "team" | "all";
  state: State;
  kind: Kind | null;
  cause: Cause | null;
  q: string | null;
  /** What waits, waits for the reader. */
  mayApprove: boolean;
  hrefOf: (change: { owner?: "me" | "team" | "all"; state?: State; kind?: Kind | null }) => string;
}

/** Whose plans, in which state, of which kind and cause: all of it in the address. */
export function PlanFilters({ counts, book, state, kind, cause, q, mayApprove, hrefOf }: Props) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SegmentedLinks
        label="Whose plans"
        current={book}
        options={BOOKS.map(({ value, label }) => ({ value, label, href: hrefOf({ owner: value }) }))}
      />
      <ChipNav label="State">
        {STATES.map(({ state: value, words }) => (
          <ChipLink key={value} href={hrefOf({ state: value })} active={state === value} count={counts[value]}>
            {value === "waiting" && mayApprove ? "Waiting for you" : words}
          </ChipLink>
        ))}
      </ChipNav>
      <nav aria-label="Kind" className="flex gap-2">
        {KINDS.map(({ kind: value, words }) => (
          <ChipLink key={value} href={hrefOf({ kind: kind === value ? null : value })} active={kind === value}>
            {words}
          </ChipLink>
        ))}
      </nav>
      <CauseFilter value={cause} />
      <SearchBox name="q" value={q} label="Search accounts" page="from" />
    </div>
  );
}
