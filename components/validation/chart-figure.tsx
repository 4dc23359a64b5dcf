"use client";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";

interface Props {
  /** The finding, in words. */
  finding: ReactNode;
  name: string;
  chart: ReactNode;
  table: ReactNode;
}

/** A chart with its finding in words, and the same numbers as a table. */
export function ChartFigure({ finding, name, chart, table }: Props) {
  const [isTable, setTable] = useState(false);
  return (
    <figure className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <figcaption className="max-w-prose flex-1 text-muted-foreground">{finding}</figcaption>
        <Button size="sm" aria-pressed={isTable} aria-label={`${name} as a table`} onClick={() => setTable(!isTable)}>
          {isTable ? "Chart" : "Table"}
        </Button>
      </div>
      {isTable ? table : chart}
    </figure>
  );
}
