import type { ReactNode } from "react";
import type { DataColumn } from "@/components/data-table/data-table";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ScoreText } from "@/components/health/score-text";
import { Link } from "@/components/ui/link";
import { dayShort, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { CallRow } from "./call-row";
import { chanceText } from "./forecast-words";

/** The columns of the renewals to call. */
export function callColumns(currency: string, choice: (row: CallRow) => ReactNode): DataColumn<CallRow>[] {
  return [
    {
      id: "account",
      header: "Account",
      cell: ({ slug, name }) => (
        <Link href={paths.account(slug)} className="inline-flex min-h-6 items-center font-medium hover:underline">
          <bdi>{name}</bdi>
        </Link>
      ),
    },
    {
      id: "decide-by",
      header: "Decide by",
      cell: ({ decideBy }) => dayShort(decideBy),
      className: "whitespace-nowrap",
    },
    {
      id: "health",
      header: "Health",
      className: "whitespace-nowrap",
      cell: ({ tone, health }) => (
        <span className="inline-flex items-center gap-2">
          <BandBadge tone={toneOfCode(tone)} />
          <ScoreText value={tone === 0 ? null : health} />
        </span>
      ),
    },
    { id: "arr", header: "ARR", numeric: true, cell: ({ arrCents }) => moneyShort(arrCents, currency) },
    {
      id: "chance",
      header: "Renews",
      numeric: true,
      className: "whitespace-nowrap",
      cell: ({ chance }) => (chance ? chanceText(chance) : "—"),
      title: ({ chance }) => (chance ? "Chance to renew in full, with its 90% interval" : "No band: no chance is said"),
    },
    {
      id: "expected",
      header: "Expected",
      numeric: true,
      cell: ({ expectedCents }) => moneyShort(expectedCents, currency),
    },
    { id: "call", header: "Call", cell: choice },
    {
      id: "by",
      header: "By",
      className: "text-muted-foreground text-xs whitespace-nowrap",
      cell: ({ calledBy, calledOn, call }) => (call ? `${calledBy ?? "API"}, ${dayShort(calledOn)}` : "—"),
      title: ({ callNote }) => callNote ?? "",
    },
  ];
}
