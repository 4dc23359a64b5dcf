import { LinePanel } from "@/components/charts/line-panel";
import { type ExecutiveMonth, executiveFinding, executivePanels } from "./prepare-executive";

/** Health beside customers and ARR, as four lines across the sheet. */
export function ReportTrend({ months, currency }: { months: readonly ExecutiveMonth[]; currency: string }) {
  return (
    <figure className="break-inside-avoid">
      <h2 className="font-semibold text-sm">Health beside customers and ARR</h2>
      <figcaption className="mb-2 text-muted-foreground">{executiveFinding(months, currency)}</figcaption>
      <div className="grid grid-cols-4 gap-6 max-md:grid-cols-1">
        {executivePanels(months, currency).map(({ key, ...panel }) => (
          <LinePanel key={key} {...panel} />
        ))}
      </div>
    </figure>
  );
}
