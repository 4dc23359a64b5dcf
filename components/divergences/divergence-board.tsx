"use client";
import dynamic from "next/dynamic";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { useOpenKeys } from "@/components/data-table/use-open-keys";
import { DivergeBadge } from "@/components/health/diverge-badge";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { Skeleton } from "@/components/ui/skeleton";
import type { Day } from "@/lib/core/calendar";
import { moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { divergenceColumns, type ListedDivergence, Owed } from "./divergence-columns";
import { SIGN_WORDS } from "./divergence-words";
import type { QuadrantDot } from "./prepare-quadrant";

const QuadrantChart = dynamic(() => import("./quadrant-chart").then((module) => module.QuadrantChart), {
  ssr: false,
  loading: () => <Skeleton className="h-105 w-full" />,
});

interface Props {
  rows: readonly ListedDivergence[];
  dots: readonly QuadrantDot[];
  /** Where bands begin, best first, on both axes. */
  edges: { measured: readonly number[]; people: readonly number[] };
  finding: string;
  isWaiting: boolean;
  today: Day;
  currency: string;
}

/** The quadrant and its list: j and k move through the list and light the account's dot, Enter opens the disagreement. */
export function DivergenceBoard({ rows, dots, edges, finding, isWaiting, today, currency }: Props) {
  const { active, setActive } = useOpenKeys(rows, (row) => paths.divergence(row.id));
  const columns = useMemo(() => divergenceColumns(isWaiting, today, currency), [isWaiting, today, currency]);
  return (
    <div className="flex flex-col gap-6 xl:grid xl:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] xl:items-start">
      <figure className="rounded-card border bg-card p-4 max-md:hidden xl:sticky xl:top-4">
        <figcaption className="mb-2 font-medium">{finding}</figcaption>
        <QuadrantChart
          title={finding}
          dots={dots}
          edges={edges}
          lit={rows[active]?.accountId ?? null}
          currency={currency}
        />
      </figure>
      <div className="min-w-0">
        <div className="max-md:hidden">
          <DataTable
            label="Disagreements"
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            active={active}
            onChoose={setActive}
            isTall
          />
          <p className="mt-3 text-muted-foreground text-xs">
            <Kbd>j</Kbd> <Kbd>k</Kbd> move · <Kbd>Enter</Kbd> open
          </p>
        </div>
        <ul className="flex flex-col gap-2 md:hidden">
          {rows.map((row) => (
            <li key={row.id} className="rounded-card border bg-card p-3">
              <Link href={paths.divergence(row.id)} className="-mt-1.5 flex min-h-11 items-center font-medium">
                <bdi className="line-clamp-2">{row.name}</bdi>
              </Link>
              <p className="flex flex-wrap items-center gap-2 text-xs">
                <DivergeBadge severe={row.severe}>{SIGN_WORDS[row.sign].name}</DivergeBadge>
                {Math.floor(row.score ?? 0)} measured · {Math.floor(row.qualitative ?? 0)} people say ·{" "}
                {moneyShort(row.arrCents, currency)}
              </p>
              {isWaiting && <Owed row={row} today={today} />}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
