import type { DataColumn } from "@/components/data-table/data-table";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ScoreText } from "@/components/health/score-text";
import { AccountLink } from "@/components/portfolio/account-link";
import { Renews } from "@/components/triage/queue-row";
import type { Day } from "@/lib/core/calendar";
import type { ListKey } from "@/lib/core/portfolio/lists";
import { type ListMember, memberWhy } from "@/lib/core/portfolio/member-why";
import { moneyFull, moneyShort } from "@/lib/format";

/** The columns of a list: who, why, how it stands, who sees to it. */
export function memberColumns(list: ListKey, today: Day, currency: string): DataColumn<ListMember>[] {
  const columns: (DataColumn<ListMember> | false)[] = [
    {
      id: "account",
      header: "Account",
      className: "w-2/5 min-w-40 max-w-0",
      cell: (row) => <AccountLink slug={row.slug} name={row.name} />,
    },
    {
      id: "why",
      header: "Why it is here",
      className: "w-3/5 min-w-56 max-w-0",
      cell: (row) => {
        const why = memberWhy(list, row, today);
        return (
          <span className="line-clamp-2 leading-4 text-xs" title={why}>
            {why}
          </span>
        );
      },
    },
    {
      id: "health",
      header: "Health",
      cell: (row) => (
        <span className="flex items-center gap-2">
          <ScoreText value={row.tone === 0 ? null : row.health} className="w-6 text-right" />
          <BandBadge tone={toneOfCode(row.tone)} />
        </span>
      ),
    },
    list === "red" && {
      id: "decider",
      header: "Decides",
      className: "whitespace-nowrap",
      cell: (row) => row.decider ?? "nobody leads its owners",
    },
    {
      id: "csm",
      header: "CSM",
      className: "whitespace-nowrap max-lg:hidden",
      cell: (row) => row.csm ?? "—",
    },
    {
      id: "arr",
      header: "ARR",
      numeric: true,
      title: (row) => moneyFull(row.arrCents, currency),
      cell: (row) => (row.arrCents === null ? "no rate" : moneyShort(row.arrCents, currency)),
    },
    {
      id: "renews",
      header: "Renews · decide by",
      numeric: true,
      className: "h-11 leading-4 whitespace-nowrap max-xl:hidden",
      cell: (row) => <Renews row={row} today={today} />,
    },
  ];
  return columns.filter((column) => column !== false);
}
