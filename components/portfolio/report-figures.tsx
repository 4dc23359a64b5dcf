import { LinePanel } from "@/components/charts/line-panel";
import type { Day } from "@/lib/core/calendar";
import { HeadlineTiles } from "./headline-tiles";
import { type ExecutiveMonth, executiveFinding, executivePanels } from "./prepare-executive";

interface Props {
  found: Omit<Parameters<typeof HeadlineTiles>[0], "down" | "up" | "today" | "currency" | "query"> & {
    shift: Pick<Parameters<typeof HeadlineTiles>[0], "down" | "up">;
    executive: readonly ExecutiveMonth[];
  };
  today: Day;
  currency: string;
  query: Readonly<Record<string, string>>;
}

/** The report's figures: what is at risk and moved, and health beside customers and ARR. */
export function ReportFigures({ found, today, currency, query }: Props) {
  const { standing, before, between, recovery, recoveryBefore, shift, executive } = found;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <HeadlineTiles
        {...{ standing, before, between, recovery, recoveryBefore, today, currency, query }}
        down={shift.down}
        up={shift.up}
      />
      <figure>
        <figcaption className="mb-2 text-muted-foreground">{executiveFinding(executive, currency)}</figcaption>
        <div className="grid grid-cols-2 gap-3">
          {executivePanels(executive, currency).map(({ key, ...panel }) => (
            <LinePanel key={key} {...panel} />
          ))}
        </div>
      </figure>
    </div>
  );
}
