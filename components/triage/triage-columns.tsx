import { Sparkline } from "@/components/charts/sparkline";
import type { DataColumn } from "@/components/data-table/data-table";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ChangeText } from "@/components/health/change-text";
import { ScoreText } from "@/components/health/score-text";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/core/calendar";
import { moneyFull, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { bandName, PeopleBadge, type QueueRow, Renews, Why } from "./queue-row";

/** Columns that the open peek shows better: beside it there is no room for all, and on a narrow screen for few. */
const BESIDE_PEEK = "in-data-peek:hidden";
const BESIDE_PEEK_NARROW = "max-xl:in-data-peek:hidden";

/** The queue's columns: two lines of account and reason, then both scores, health, and the money at stake. */
export function triageColumns(today: Day, currency: string): DataColumn<QueueRow>[] {
  return [
    {
      id: "account",
      header: "Account and why it is here",
      sort: "name",
      className: "w-full min-w-56 max-w-0",
      cell: (row) => (
        <>
          <Link
            href={paths.account(row.slug)}
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
            className="block truncate font-medium hover:underline"
          >
            <bdi>{row.name}</bdi>
          </Link>
          <Why row={row} />
        </>
      ),
    },
    {
      id: "measured",
      header: "Measured",
      numeric: true,
      className: cx("max-lg:hidden", BESIDE_PEEK),
      cell: (row) => <ScoreText value={row.scoreTone === 0 ? null : row.score} />,
    },
    {
      id: "people",
      header: "People say",
      className: cx("max-lg:hidden", BESIDE_PEEK),
      cell: (row) => <PeopleBadge tone={row.peopleTone} cardState={row.cardState} />,
    },
    {
      id: "health",
      header: "Health",
      sort: "health",
      cell: (row) => (
        <span className="flex items-center gap-2">
          <ScoreText value={row.tone === 0 ? null : row.health} className="w-6 text-right" />
          <BandBadge tone={toneOfCode(row.tone)} name={bandName(row.band)} />
        </span>
      ),
    },
    {
      id: "change",
      header: "30 d",
      sort: "change",
      numeric: true,
      className: BESIDE_PEEK_NARROW,
      cell: (row) => <ChangeText points={row.delta30} />,
    },
    {
      id: "weeks",
      header: "12 weeks",
      className: BESIDE_PEEK_NARROW,
      cell: (row) => <Sparkline values={row.sparkline} tone={toneOfCode(row.tone)} />,
    },
    {
      id: "arr",
      header: "ARR",
      sort: "arr",
      numeric: true,
      title: (row) => moneyFull(row.arrCents, currency),
      cell: (row) => moneyShort(row.arrCents, currency),
    },
    {
      id: "renews",
      header: "Renews · decide by",
      sort: "decide_by",
      numeric: true,
      className: cx("whitespace-nowrap", BESIDE_PEEK_NARROW),
      cell: (row) => <Renews row={row} today={today} />,
    },
  ];
}
