import Link from "next/link";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { DivergeBadge } from "@/components/health/diverge-badge";
import { ScoreText } from "@/components/health/score-text";
import { Renews } from "@/components/triage/queue-row";
import { cx } from "@/components/ui/cx";
import { Td } from "@/components/ui/table";
import type { Day } from "@/lib/core/calendar";
import { moneyFull, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { OUT } from "./prepare-migration";

/** Of the current run, as of a past day, or between two days. */
export type ListKind = "now" | "past" | "moved";

export type ListedAccount = {
  accountId: number;
  slug: string;
  name: string;
  segment: string | null;
  csm: string | null;
  arrCents: number | null;
  endsOn: Day | null;
  decideBy: Day | null;
  score: number | null;
  health: number | null;
  tone: number;
  scoreTone: number;
  peopleTone: number;
  divergence: string | null;
  divergenceSevere: boolean;
  fromPlace: number | null;
  toPlace: number | null;
};

interface Props {
  row: ListedAccount;
  kind: ListKind;
  today: Day;
  currency: string;
}

interface RowProps extends Props {
  id: string;
  isActive: boolean;
  onChoose: () => void;
}

/** An account with what its number was made of. */
export function AccountRow({ id, row, kind, today, currency, isActive, onChoose }: RowProps) {
  return (
    <tr
      id={id}
      aria-selected={isActive}
      onClick={onChoose}
      className={cx("h-9 hover:bg-muted", isActive && "bg-muted shadow-[inset_3px_0_0_var(--primary)]")}
    >
      <Td className="w-full min-w-48 max-w-0">
        <Link
          href={paths.account(row.slug)}
          tabIndex={-1}
          className="block truncate font-medium hover:underline"
          title={row.name}
        >
          <bdi>{row.name}</bdi>
        </Link>
      </Td>
      {kind === "moved" && (
        <Td className="whitespace-nowrap">
          <FromTo row={row} />
        </Td>
      )}
      <Td>
        <span className="flex items-center gap-2">
          <ScoreText value={row.tone === 0 ? null : row.health} className="w-6 text-right" />
          <BandBadge tone={toneOfCode(row.tone)} />
          {row.divergence && <DivergeBadge severe={row.divergenceSevere}>{signWords(row.divergence)}</DivergeBadge>}
        </span>
      </Td>
      <Td>
        <span className="flex items-center gap-2">
          <ScoreText value={row.scoreTone === 0 ? null : row.score} className="w-6 text-right font-normal!" />
          <BandBadge tone={toneOfCode(row.scoreTone)} />
        </span>
      </Td>
      <Td>
        {row.peopleTone === 0 ? (
          <span className="text-muted-foreground text-xs">no card</span>
        ) : (
          <BandBadge tone={toneOfCode(row.peopleTone)} />
        )}
      </Td>
      <Td className="whitespace-nowrap max-xl:hidden">{row.segment ?? "—"}</Td>
      <Td className="whitespace-nowrap max-lg:hidden">{row.csm ?? "—"}</Td>
      <Td numeric title={moneyFull(row.arrCents, currency)}>
        <Arr row={row} currency={currency} />
      </Td>
      {kind === "now" && (
        <Td numeric className="h-11 leading-4 whitespace-nowrap">
          <Renews row={row} today={today} />
        </Td>
      )}
    </tr>
  );
}

/** The same account on a phone. */
export function AccountCard({ row, kind, today, currency }: Props) {
  return (
    <li className="rounded-card border bg-card p-3">
      <div className="flex items-center justify-between gap-3">
        <Link href={paths.account(row.slug)} className="flex min-h-11 min-w-0 items-center font-medium">
          <bdi className="line-clamp-2">{row.name}</bdi>
        </Link>
        {kind === "moved" ? <FromTo row={row} /> : <BandBadge tone={toneOfCode(row.tone)} />}
      </div>
      <p className="text-muted-foreground text-xs">
        Health <ScoreText value={row.tone === 0 ? null : row.health} /> · <Arr row={row} currency={currency} /> ·{" "}
        {row.csm ?? "no CSM"}
        {kind === "now" && (
          <>
            <br />
            Renews <Renews row={row} today={today} />
          </>
        )}
      </p>
    </li>
  );
}

/** Without an exchange rate there is an amount, but none to add up. */
function Arr({ row, currency }: Pick<Props, "row" | "currency">) {
  return row.arrCents === null ? "no rate" : moneyShort(row.arrCents, currency);
}

function FromTo({ row }: { row: ListedAccount }) {
  return (
    <span className="inline-flex items-center gap-1">
      <Place place={row.fromPlace} away={["not in the book", "handed in"]} />
      <span aria-hidden>→</span>
      <span className="sr-only">to</span>
      <Place place={row.toPlace} away={["left", "handed over"]} />
    </span>
  );
}

function Place({ place, away: [out, elsewhere] }: { place: number | null; away: [string, string] }) {
  if (place !== null && place >= 0) return <BandBadge tone={toneOfCode(place)} />;
  return <span className="text-muted-foreground text-xs">{place === OUT ? out : elsewhere}</span>;
}

function signWords(sign: string): string {
  return sign === "hidden_risk" ? "Hidden risk" : "False alarm";
}
