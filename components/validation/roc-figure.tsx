"use client";
import { Table, Td, Th } from "@/components/ui/table";
import type { Auc } from "@/lib/core/validation/auc";
import type { RocPoint } from "@/lib/core/validation/roc";
import { percentText } from "@/lib/format";
import { ChartFigure } from "./chart-figure";
import { CurvePlot } from "./curve-plot";
import { aucWords, two } from "./validation-words";

/** Where the line is drawn among the risks: what each place would have caught, and wrongly named. */
export function RocFigure({ points, auc }: { points: readonly RocPoint[]; auc: Auc | null }) {
  return (
    <ChartFigure
      name="What each cut would have caught"
      finding={`Of two accounts, one lost and one kept, health ranks the lost one lower in ${auc ? percentText(auc.auc) : "—"} of all pairs: AUC ${aucWords(auc)}. Along the dashed line lies a coin.`}
      chart={
        <CurvePlot
          title={`Lost accounts caught against kept accounts wrongly named, AUC ${auc ? two(auc.auc) : "not defined"}`}
          xLabel="Kept ones wrongly named"
          yLabel="Lost ones caught"
          lines={[
            {
              name: "coin",
              dashed: true,
              points: [
                [0, 0],
                [1, 1],
              ],
            },
            { name: "health", points: points.map(({ wronglyNamed, caught }) => [wronglyNamed, caught] as const) },
          ]}
        />
      }
      table={
        <Table label="What each cut would have caught" scrollerClass="max-h-80">
          <thead>
            <tr>
              <Th numeric>Health at most</Th>
              <Th numeric>Lost ones caught</Th>
              <Th numeric>Kept ones wrongly named</Th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ atLeast, caught, wronglyNamed }) => (
              <tr key={atLeast ?? "none"}>
                <Td numeric>{atLeast === null ? "nobody" : (100 - atLeast).toFixed(1)}</Td>
                <Td numeric>{percentText(caught)}</Td>
                <Td numeric>{percentText(wronglyNamed)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      }
    />
  );
}
