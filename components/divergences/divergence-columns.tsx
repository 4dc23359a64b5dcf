import type { DataColumn } from "@/components/data-table/data-table";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { DivergeBadge } from "@/components/health/diverge-badge";
import { ScoreText } from "@/components/health/score-text";
import { Link } from "@/components/ui/link";
import { type Day, daysBetween } from "@/lib/core/calendar";
import { dayText, durationText, inText, moneyFull, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { RESOLUTION_WORDS, RIGHT_WORDS, ROLE_WORDS, SIGN_WORDS } from "./divergence-words";

export interface ListedDivergence {
  id: number;
  accountId: number;
  name: string;
  sign: keyof typeof SIGN_WORDS;
  gap: number;
  severe: boolean;
  openedOn: Day;
  dueOn: Day;
  owner: string | null;
  ownerRole: keyof typeof ROLE_WORDS;
  settledOn: Day | null;
  settledBy: string | null;
  closedOn: Day | null;
  resolution: keyof typeof RESOLUTION_WORDS | null;
  whoWasRight: keyof typeof RIGHT_WORDS | null;
  arrCents: number | null;
  score: number | null;
  qualitative: number | null;
  scoreTone: number;
  peopleTone: number;
}

/** The columns of disagreements that wait, or of those that ended. */
export function divergenceColumns(isWaiting: boolean, today: Day, currency: string): DataColumn<ListedDivergence>[] {
  const columns: (DataColumn<ListedDivergence> | false)[] = [
    {
      id: "account",
      header: "Account",
      className: "w-full min-w-40 max-w-0",
      cell: (row) => (
        <span className="flex min-w-0 flex-col py-1">
          <Link
            href={paths.divergence(row.id)}
            tabIndex={-1}
            className="truncate font-medium hover:underline"
            title={row.name}
          >
            <bdi>{row.name}</bdi>
          </Link>
          <span>
            <DivergeBadge severe={row.severe}>{SIGN_WORDS[row.sign].name}</DivergeBadge>
          </span>
        </span>
      ),
    },
    { id: "measured", header: "Measured", cell: (row) => <Side value={row.score} tone={row.scoreTone} /> },
    { id: "people", header: "People say", cell: (row) => <Side value={row.qualitative} tone={row.peopleTone} /> },
    { id: "gap", header: "Apart", numeric: true, cell: (row) => Math.floor(row.gap) },
    {
      id: "arr",
      header: "ARR",
      numeric: true,
      className: "max-2xl:hidden",
      title: (row) => moneyFull(row.arrCents, currency),
      cell: (row) => moneyShort(row.arrCents, currency),
    },
    isWaiting && {
      id: "age",
      header: "Open for",
      numeric: true,
      className: "whitespace-nowrap",
      title: (row) => `since ${dayText(row.openedOn)}`,
      cell: (row) => durationText(daysBetween(row.openedOn, today)),
    },
    isWaiting && {
      id: "owner",
      header: "Settles it",
      className: "whitespace-nowrap",
      cell: (row) => <Owed row={row} today={today} />,
    },
    !isWaiting && {
      id: "ended",
      header: "How it ended",
      className: "whitespace-nowrap",
      cell: (row) => <Ended row={row} />,
    },
  ];
  return columns.filter((column) => column !== false);
}

function Side({ value, tone }: { value: number | null; tone: number }) {
  return (
    <span className="flex items-center gap-2">
      <ScoreText value={tone === 0 ? null : value} className="w-6 text-right" />
      <BandBadge tone={toneOfCode(tone)} />
    </span>
  );
}

/** Who settles it and by when. */
export function Owed({ row, today }: { row: ListedDivergence; today: Day }) {
  const isLate = row.dueOn < today;
  return (
    <span className="flex flex-col text-xs">
      <span>{row.owner ?? ROLE_WORDS[row.ownerRole]}</span>
      <span className={isLate ? "font-medium" : "text-muted-foreground"} title={`due ${dayText(row.dueOn)}`}>
        {isLate ? `overdue ${daysBetween(row.dueOn, today)} d` : `due ${inText(today, row.dueOn)}`}
      </span>
    </span>
  );
}

function Ended({ row }: { row: ListedDivergence }) {
  return (
    <span className="flex flex-col text-xs">
      <span>{row.resolution ? RESOLUTION_WORDS[row.resolution] : "They agree again"}</span>
      <span className="text-muted-foreground">
        {row.settledOn ? `${row.settledBy ?? "settled"}, ${dayText(row.settledOn)}` : dayText(row.closedOn)}
        {row.whoWasRight && ` · ${RIGHT_WORDS[row.whoWasRight]}`}
      </span>
    </span>
  );
}
