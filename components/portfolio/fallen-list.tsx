"use client";
import { useMemo } from "react";
import { type DataColumn, DataTable } from "@/components/data-table/data-table";
import { useOpenKeys } from "@/components/data-table/use-open-keys";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ScoreText } from "@/components/health/score-text";
import { Link } from "@/components/ui/link";
import type { ChangeKind } from "@/lib/core/health/explain";
import { partWords } from "@/lib/core/portfolio/part-words";
import { moneyFull, moneyShort, signedPoints } from "@/lib/format";
import { paths } from "@/lib/paths";
import { AccountLink } from "./account-link";

export type FallenRow = {
  accountId: number;
  slug: string;
  name: string;
  segment: string | null;
  csm: string | null;
  arrCents: number | null;
  healthThen: number;
  healthNow: number | null;
  toneNow: number | null;
  most: { kind: ChangeKind; key: string | null; part: number } | null;
};

/** The accounts that were green and are no longer: j and k move, Enter opens. */
export function FallenList({ rows, currency }: { rows: FallenRow[]; currency: string }) {
  const { active, setActive } = useOpenKeys(rows, (row) => paths.account(row.slug));
  const columns = useMemo(() => columnsOf(currency), [currency]);
  return (
    <>
      <div className="max-md:hidden">
        <DataTable
          label="Fallen accounts"
          columns={columns}
          rows={rows}
          rowKey={({ accountId }) => accountId}
          sort={{ current: "arr", descending: ["arr"], hrefs: {} }}
          active={active}
          onChoose={setActive}
        />
      </div>
      <ul className="flex flex-col gap-2 md:hidden">
        {rows.map((row) => (
          <li key={row.accountId} className="rounded-card border bg-card p-3">
            <Link href={paths.account(row.slug)} className="flex min-h-11 items-center font-medium">
              <bdi>{row.name}</bdi>
            </Link>
            <p className="flex flex-wrap items-center gap-2 text-muted-foreground text-xs">
              <Fell row={row} /> {moneyShort(row.arrCents, currency)} · {row.csm ?? "no CSM"}
            </p>
            <p className="text-xs">{mostWords(row)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function columnsOf(currency: string): DataColumn<FallenRow>[] {
  return [
    {
      id: "account",
      header: "Account",
      className: "w-full min-w-40 max-w-0",
      cell: (row) => <AccountLink slug={row.slug} name={row.name} />,
    },
    { id: "fell", header: "Health", cell: (row) => <Fell row={row} /> },
    { id: "most", header: "What took most", className: "whitespace-nowrap", cell: mostWords },
    {
      id: "segment",
      header: "Segment",
      className: "whitespace-nowrap max-xl:hidden",
      cell: ({ segment }) => segment ?? "—",
    },
    { id: "csm", header: "CSM", className: "whitespace-nowrap max-lg:hidden", cell: ({ csm }) => csm ?? "—" },
    {
      id: "arr",
      header: "ARR at the start",
      numeric: true,
      title: ({ arrCents }) => moneyFull(arrCents, currency),
      cell: ({ arrCents }) => (arrCents === null ? "no rate" : moneyShort(arrCents, currency)),
    },
  ];
}

function Fell({ row }: { row: FallenRow }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <ScoreText value={row.healthThen} />
      <span aria-hidden>→</span>
      <span className="sr-only">to</span>
      {row.healthNow === null ? (
        <span className="text-muted-foreground">gone</span>
      ) : (
        <>
          <ScoreText value={row.healthNow} />
          <BandBadge tone={toneOfCode(row.toneNow ?? 0)} />
        </>
      )}
    </span>
  );
}

function mostWords({ most, healthNow }: FallenRow): string {
  if (!most) return healthNow === null ? "left the book" : "—";
  return `${partWords(most)} ${signedPoints(most.part)}`;
}
