import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { DivergeBadge } from "@/components/health/diverge-badge";
import type { Relation } from "@/lib/core/access";
import type { Day } from "@/lib/core/calendar";
import { dayText, inText } from "@/lib/format";

/** An account of the queue, as much of it as a row shows. */
export type QueueRow = Relation & {
  accountId: number;
  slug: string;
  name: string;
  reason: string | null;
  reasonText: string;
  divergenceSevere: boolean;
  cardState: string;
  score: number | null;
  health: number | null;
  tone: number;
  band: string | null;
  scoreTone: number;
  peopleTone: number;
  delta30: number | null;
  sparkline: number[];
  arrCents: number | null;
  endsOn: Day | null;
  decideBy: Day | null;
};

/** The same account with what the peek says of it besides: what a list's row already knows, the peek shows at once. */
export type PeekRow = QueueRow & {
  segment: string | null;
  csm: string | null;
  am: string | null;
  champion: string | null;
  executive: string | null;
  outcome: string | null;
  divergence: "hidden_risk" | "false_alarm" | null;
  divergenceGap: number | null;
};

/** What people say, or that nobody said it lately. */
export function PeopleBadge({ tone, cardState }: { tone: number; cardState?: string }) {
  if (tone === 0) return <span className="text-muted-foreground text-xs">no card</span>;
  return (
    <span className="flex items-center gap-1 text-muted-foreground text-xs">
      <BandBadge tone={toneOfCode(tone)} />
      {cardState === "expired" && "unconfirmed"}
    </span>
  );
}

/** The strongest reason, as a chip where it is a divergence. */
export function Why({ row }: { row: QueueRow }) {
  if (row.reason === "diverges") return <DivergeBadge severe={row.divergenceSevere}>{row.reasonText}</DivergeBadge>;
  return <span className="block truncate text-muted-foreground">{row.reasonText}</span>;
}

/** The contract's end and, below it, how long until the customer must have decided. */
export function Renews({ row, today }: { row: Pick<QueueRow, "endsOn" | "decideBy">; today: Day }) {
  if (!row.endsOn && !row.decideBy) return <span className="text-muted-foreground">—</span>;
  return (
    <>
      <span className="md:block">{row.endsOn ? dayText(row.endsOn) : "open-ended"}</span>{" "}
      <span className="text-muted-foreground text-xs md:block">
        {row.decideBy ? `decide ${inText(today, row.decideBy)}` : "locked in"}
      </span>
    </>
  );
}

/** A band's key as a word: "at_risk" → "At risk". */
export function bandName(key: string | null): string | null {
  return key && `${key.charAt(0).toUpperCase()}${key.slice(1).replaceAll("_", " ")}`;
}
