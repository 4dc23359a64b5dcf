"use client";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { LinePanel } from "@/components/charts/line-panel";
import { ExecutiveTable } from "./executive-table";
import { type ExecutiveMonth, executiveFinding, executivePanels } from "./prepare-executive";

/** Health beside customers and ARR over thirteen months, as four lines or as their numbers. */
export function ExecutiveSection({ months, currency }: { months: readonly ExecutiveMonth[]; currency: string }) {
  const [isTable] = useQueryState("table", parseAsStringLiteral(["1"]));
  return (
    <figure>
      <figcaption className="mb-3 text-muted-foreground">{executiveFinding(months, currency)}</figcaption>
      {isTable ? (
        <ExecutiveTable months={months} currency={currency} />
      ) : (
        <div className="grid grid-cols-1 gap-x-8 gap-y-4 sm:grid-cols-2 xl:grid-cols-4">
          {executivePanels(months, currency).map(({ key, ...panel }) => (
            <LinePanel key={key} {...panel} />
          ))}
        </div>
      )}
    </figure>
  );
}
