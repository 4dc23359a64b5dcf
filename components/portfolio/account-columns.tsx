import type { DataColumn } from "@/components/data-table/data-table";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { DivergeBadge } from "@/components/health/diverge-badge";
import { ScoreText } from "@/components/health/score-text";
import { PeopleBadge, Renews } from "@/components/triage/queue-row";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/core/calendar";
import { roundSix } from "@/lib/core/health/rounding";
import { moneyFull, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { AccountLink } from "./account-link";
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
  measurePoints?: number;
};

interface Props {
  row: ListedAccount;
  kind: ListKind;
  today: Day;
  currency: string;
  measure: string | null;
}

/** The list's columns for a kind: a past day knows no renewals, a move has two ends. */
export function accountColumns(
  kind: ListKind,
  today: Day,
  currency: string,
  measure: string | null,
): DataColumn<ListedAccount>[] {
  const columns: (DataColumn<ListedAccount> | false)[] = [
    {
      id: "account",
      header: "Account",
      sort: "name",
      className: "w-full min-w-48 max-w-0",
      cell: (row) => <AccountLink slug={row.slug} name={row.name} />,
    },
    kind === "moved" && {
      id: "moved",
      header: "From → to",
      className: "whitespace-nowrap",
      cell: (row) => <FromTo row={row} />,
    },
    measure !== null && {
      id: "measure",
      header: measure,
      sort: "measure",
      numeric: true,
      cell: (row) => <Points row={row} />,
    },
    {
      id: "health",
      header: "Health",
      sort: "health",
      cell: (row) => (
        <span className="flex items-center gap-2">
          <ScoreText value={row.tone === 0 ? null : row.health} className="w-6 text-right" />
          <BandBadge tone={toneOfCode(row.tone)} />
          {row.divergence && <DivergeBadge severe={row.divergenceSevere}>{signWords(row.divergence)}</DivergeBadge>}
        </span>
      ),
    },
    {
      id: "measured",
      header: "Measured",
      cell: (row) => (
        <span className="flex items-center gap-2">
          <ScoreText value={row.scoreTone === 0 ? null : row.score} className="w-6 text-right font-normal!" />
          <BandBadge tone={toneOfCode(row.scoreTone)} />
        </span>
      ),
    },
    { id: "people", header: "People say", cell: (row) => <PeopleBadge tone={row.peopleTone} /> },
    {
      id: "segment",
      header: "Segment",
      className: "whitespace-nowrap max-xl:hidden",
      cell: (row) => row.segment ?? "—",
    },
    { id: "csm", header: "CSM", className: "whitespace-nowrap max-lg:hidden", cell: (row) => row.csm ?? "—" },
    {
      id: "arr",
      header: "ARR",
      sort: "arr",
      numeric: true,
      title: (row) => moneyFull(row.arrCents, currency),
      cell: (row) => <Arr row={row} currency={currency} />,
    },
    kind === "now" && {
      id: "renews",
      header: "Renews · decide by",
      sort: "decide_by",
      numeric: true,
      className: "h-11 leading-4 whitespace-nowrap",
      cell: (row) => <Renews row={row} today={today} />,
    },
  ];
  return columns.filter((column) => column !== false);
}

/** The same account on a phone. */
export function AccountCard({ row, kind, today, currency, measure }: Props) {
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
        {measure !== null && (
          <>
            <br />
            {measure}: <Points row={row} />
          </>
        )}
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

/** What the measure brings of its 100 points, rounded down as every score is. */
function Points({ row: { measurePoints } }: Pick<Props, "row">) {
  return <>{Math.floor(roundSix(measurePoints ?? 0))} of 100</>;
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
