import Link from "next/link";
import { Sparkline } from "@/components/charts/sparkline";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ChangeText } from "@/components/health/change-text";
import { DivergeBadge } from "@/components/health/diverge-badge";
import { ScoreText } from "@/components/health/score-text";
import { cx } from "@/components/ui/cx";
import { Td } from "@/components/ui/table";
import type { Day } from "@/lib/core/calendar";
import { dayText, moneyFull, moneyShort, untilText } from "@/lib/format";
import { paths } from "@/lib/paths";

/** An account of the queue, as much of it as a row shows. */
export type QueueRow = {
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

interface Props {
  id: string;
  row: QueueRow;
  today: Day;
  currency: string;
  isActive: boolean;
  onChoose: () => void;
}

/** Two lines: the account over its reason. A click shows the reasons beside the list, the name opens the account. */
export function TriageRowView({ id, row, today, currency, isActive, onChoose }: Props) {
  return (
    <tr
      id={id}
      aria-selected={isActive}
      onClick={onChoose}
      className={cx("h-13 cursor-pointer hover:bg-muted", isActive && "bg-muted shadow-[inset_3px_0_0_var(--primary)]")}
    >
      <Td className="max-w-0 min-w-64 w-full">
        <Link
          href={paths.account(row.slug)}
          tabIndex={-1}
          onClick={(event) => event.stopPropagation()}
          className="block truncate font-medium hover:underline"
        >
          <bdi>{row.name}</bdi>
        </Link>
        <Why row={row} />
      </Td>
      <Td numeric className="max-lg:hidden group-data-peek:hidden">
        <ScoreText value={row.scoreTone === 0 ? null : row.score} />
      </Td>
      <Td className="max-lg:hidden group-data-peek:hidden">
        <PeopleBadge tone={row.peopleTone} cardState={row.cardState} />
      </Td>
      <Td>
        <span className="flex items-center gap-2">
          <ScoreText value={row.tone === 0 ? null : row.health} className="w-6 text-right" />
          <BandBadge tone={toneOfCode(row.tone)} name={bandName(row.band)} />
        </span>
      </Td>
      <Td numeric>
        <ChangeText points={row.delta30} />
      </Td>
      <Td>
        <Sparkline values={row.sparkline} tone={toneOfCode(row.tone)} />
      </Td>
      <Td numeric title={moneyFull(row.arrCents, currency)}>
        {moneyShort(row.arrCents, currency)}
      </Td>
      <Td numeric className="whitespace-nowrap">
        <Renews row={row} today={today} />
      </Td>
    </tr>
  );
}

/** What people say, or that nobody said it lately. */
export function PeopleBadge({ tone, cardState }: { tone: number; cardState: string }) {
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
        {row.decideBy ? `decide in ${untilText(today, row.decideBy)}` : "locked in"}
      </span>
    </>
  );
}

/** A band's key as a word: "at_risk" → "At risk". */
export function bandName(key: string | null): string | null {
  return key && `${key.charAt(0).toUpperCase()}${key.slice(1).replaceAll("_", " ")}`;
}
