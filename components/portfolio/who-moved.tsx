"use client";
import { AlluvialChart } from "@/components/charts/alluvial-chart";
import type { AlluvialLink } from "@/components/charts/prepare-alluvial";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { DrawnOrTable } from "./drawn-or-table";
import { flowFinding, flowName, nodeLabel, type Step } from "./prepare-flows";
import { pairsText } from "./prepare-migration";

interface Props {
  /** One step from a day to the next, up to three. */
  steps: readonly Step[];
  unit: "accounts" | "arr";
  currency: string;
  query: Readonly<Record<string, string>>;
  width?: number;
  height?: number;
}

/** Who moved, drawn; the matrix beside it has the same numbers and stands for it on phones and as the table. */
export function WhoMoved({ steps, unit, currency, query, width, height }: Props) {
  const days = [steps[0]?.from, ...steps.map(({ to }) => to)].map((day) => dayText(day ?? null));
  const finding = steps.map(({ moves }) => flowFinding(moves, currency)).join(" Then ");
  const hrefOf = ({ stage, from, to, rescored }: AlluvialLink) => {
    const step = steps[stage];
    return paths.portfolioAccounts({
      ...query,
      moved: pairsText([{ from, to }]),
      between: `${step?.from}..${step?.to}`,
      model: rescored ? "new" : "same",
    });
  };
  return (
    <figure>
      <figcaption className="mb-3 text-muted-foreground">{finding}</figcaption>
      <DrawnOrTable
        table={null}
        drawn={
          <div className="max-md:hidden">
            <AlluvialChart
              steps={steps.map(({ moves }) => moves)}
              unit={unit}
              title={`Who moved, ${days.join(" to ")}. ${finding}`}
              days={days}
              labelOf={(node) => nodeLabel(node, unit, currency)}
              nameOf={(link) => flowName(link, currency)}
              hrefOf={hrefOf}
              {...(width !== undefined && { width })}
              {...(height !== undefined && { height })}
            />
            <p className="mt-1 mb-3 text-muted-foreground text-xs">
              Grey: moved down. Blue: moved up. Faint: stayed, joined or left.{" "}
              {steps.some(({ moves }) => moves.some(({ rescored }) => rescored)) &&
                "Hatched: re-scored by a new model. "}
              Each flow opens its accounts.
            </p>
          </div>
        }
      />
    </figure>
  );
}
