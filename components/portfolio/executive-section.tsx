"use client";
import { LinePanel } from "@/components/charts/line-panel";
import { DrawnOrTable } from "./drawn-or-table";
import { ExecutiveTable } from "./executive-table";
import { type ExecutiveMonth, executiveFinding, executivePanels } from "./prepare-executive";

/** Health beside customers and ARR over thirteen months, as four lines or as their numbers. */
export function ExecutiveSection({ months, currency }: { months: readonly ExecutiveMonth[]; currency: string }) {
  return (
    <figure>
      <figcaption className="mb-3 text-muted-foreground">{executiveFinding(months, currency)}</figcaption>
      <DrawnOrTable
        table={<ExecutiveTable months={months} currency={currency} />}
        drawn={
          <div className="grid grid-cols-1 gap-x-8 gap-y-4 sm:grid-cols-2 xl:grid-cols-4">
            {executivePanels(months, currency).map(({ key, ...panel }) => (
              <LinePanel key={key} {...panel} />
            ))}
          </div>
        }
      />
    </figure>
  );
}
