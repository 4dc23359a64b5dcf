import type { Day } from "@/lib/core/calendar";
import { HeadlineTiles } from "./headline-tiles";

type Tiles = Parameters<typeof HeadlineTiles>[0];
interface Props {
  found: Omit<Tiles, "down" | "up" | "today" | "currency" | "query"> & { shift: Pick<Tiles, "down" | "up"> };
  today: Day;
  currency: string;
  query: Readonly<Record<string, string>>;
}

/** The report's figures beside its charts: what is at risk, who moved, and which reds recovered. */
export function ReportFigures({ found, today, currency, query }: Props) {
  const { standing, before, between, recovery, recoveryBefore, shift } = found;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <HeadlineTiles
        {...{ standing, before, between, recovery, recoveryBefore, today, currency, query }}
        down={shift.down}
        up={shift.up}
      />
    </div>
  );
}
