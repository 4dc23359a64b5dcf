"use client";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { TrendBand, TrendHindsight, TrendMarker, TrendPoint } from "@/components/charts/prepare-trend";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, Td, Th } from "@/components/ui/table";
import type { Day } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";

const TrendChart = dynamic(() => import("@/components/charts/trend-chart").then((module) => module.TrendChart), {
  ssr: false,
  loading: () => <Skeleton className="h-55 w-full" />,
});

interface Props {
  history: readonly TrendPoint[];
  bands: readonly TrendBand[];
  markers: readonly TrendMarker[];
  finding: string;
  /** The same past by a version that somebody asked for. */
  hindsight?: TrendHindsight | null;
  /** The account's page, which keeps the days in its address. */
  page: { slug: string; since: Day | null };
}

/** Twenty-four months of health as a line or as its numbers, with what happened meanwhile as a list. */
export function TrendSection({ history, bands, markers, finding, hindsight = null, page }: Props) {
  const router = useRouter();
  const onBrush = (from: Day, to: Day) =>
    router.replace(`${paths.account(page.slug, { since: page.since, from, to })}#trend`, { scroll: false });
  const [isTable, setTable] = useState(false);
  if (history.length < 2)
    return <p className="text-muted-foreground">Not enough history yet: {history.length} scored days.</p>;
  return (
    <figure>
      <figcaption className="mb-2 flex items-center justify-between gap-3">
        <span>{finding}</span>
        <Button size="sm" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {isTable ? "Chart" : "Table"}
        </Button>
      </figcaption>
      {isTable ? (
        <Numbers history={history} hindsight={hindsight} />
      ) : (
        <TrendChart
          title={finding}
          history={history}
          bands={bands}
          markers={markers}
          hindsight={hindsight}
          onBrush={onBrush}
        />
      )}
      {hindsight && (
        <p className="mt-1 text-muted-foreground text-xs">
          Dashed: as version {hindsight.version} of the model would have said it, from what is known now. Nobody saw it
          then.
        </p>
      )}
      {markers.length > 0 && (
        <details className="mt-2">
          <summary className="text-muted-foreground text-xs">{markers.length} events on this line</summary>
          <ul className="mt-1 grid gap-x-6 text-xs sm:grid-cols-2 lg:grid-cols-3">
            {markers.map(({ day, words }) => (
              <li key={`${day}${words}`}>
                <span className="text-muted-foreground">{dayText(day)}</span> {words}
              </li>
            ))}
          </ul>
        </details>
      )}
    </figure>
  );
}

function Numbers({ history, hindsight }: { history: readonly TrendPoint[]; hindsight: TrendHindsight | null }) {
  const told = new Map(hindsight?.points.map(({ day, health }) => [day, health]));
  return (
    <div className="max-h-80 overflow-y-auto">
      <Table label="Health by day">
        <thead>
          <tr>
            <Th>Day</Th>
            <Th numeric>Measured</Th>
            <Th numeric>Health</Th>
            {hindsight && <Th numeric>By version {hindsight.version}</Th>}
          </tr>
        </thead>
        <tbody>
          {history.toReversed().map(({ day, score, health }) => (
            <tr key={day}>
              <Td>{dayText(day)}</Td>
              <Td numeric>{wholeText(score)}</Td>
              <Td numeric>{wholeText(health)}</Td>
              {hindsight && <Td numeric>{wholeText(told.get(day) ?? null)}</Td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function wholeText(value: number | null): string {
  return value === null ? "—" : String(Math.floor(value));
}
