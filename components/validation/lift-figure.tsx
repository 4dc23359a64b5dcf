"use client";
import { Table, Td, Th } from "@/components/ui/table";
import type { LiftPart } from "@/lib/core/validation/lift";
import { percentText } from "@/lib/format";
import { ChartFigure } from "./chart-figure";
import { CurvePlot } from "./curve-plot";

/** How much of what was lost lies among the accounts of least health, by tenths. */
export function LiftFigure({ parts }: { parts: readonly LiftPart[] }) {
  const fifth = parts[1];
  return (
    <ChartFigure
      name="Losses caught by tenths"
      finding={`Whoever looks at the fifth of least health sees ${fifth ? percentText(fifth.caught) : "—"} of the losses; a random fifth holds 20%. The riskiest tenth is lost ${parts[0]?.lift.toFixed(1) ?? "—"} times as often as the whole.`}
      chart={
        <CurvePlot
          title="Share of losses caught by share of accounts looked at, least health first"
          xLabel="Accounts looked at, least health first"
          yLabel="Losses caught"
          lines={[
            {
              name: "random",
              dashed: true,
              points: [
                [0, 0],
                [1, 1],
              ],
            },
            {
              name: "health",
              points: [[0, 0], ...parts.map(({ part, caught }) => [part / parts.length, caught] as const)],
            },
          ]}
        />
      }
      table={
        <Table label="Losses caught by tenths">
          <thead>
            <tr>
              <Th>Tenth, riskiest first</Th>
              <Th numeric>Lost</Th>
              <Th numeric>Times the base rate</Th>
              <Th numeric>Losses caught so far</Th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ part, n, bad, lift, caught }) => (
              <tr key={part}>
                <Td>{part}</Td>
                <Td numeric>
                  {bad.toFixed(1)} of {n.toFixed(1)}
                </Td>
                <Td numeric>{lift.toFixed(2)}</Td>
                <Td numeric>{percentText(caught)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      }
    />
  );
}
