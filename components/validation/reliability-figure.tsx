"use client";
import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, Td, Th } from "@/components/ui/table";
import type { Calibrated } from "@/lib/core/validation/calibrated";
import { percentText } from "@/lib/format";
import { ChartFigure } from "./chart-figure";
import { reliabilityDots } from "./prepare-reliability";
import { two } from "./validation-words";

const ReliabilityChart = dynamic(() => import("./reliability-chart").then((module) => module.ReliabilityChart), {
  ssr: false,
  loading: () => <Skeleton className="size-80" />,
});

interface Props {
  calibrated: Omit<Calibrated, "chances">;
  /** How many probabilities lie in each part of 0–1. */
  strip: readonly number[];
}

/** Whether "30% of these will be lost" comes true: calibrated probabilities, each made without its own case, against outcomes. */
export function ReliabilityFigure({ calibrated: { n, brier, gap, bins }, strip }: Props) {
  const better = brier.skill > 0;
  const finding = `Brier score ${brier.brier.toFixed(3)} against ${brier.uncertainty.toFixed(3)} for always saying the base rate: ${better ? `${percentText(brier.skill)} better` : "no better"}. On average ${percentText(gap)} lies between what was said and what came (n = ${n}, ${bins.length} parts of like size).`;
  return (
    <ChartFigure
      name="Said against came"
      finding={finding}
      chart={
        <div className="mx-auto w-fit max-w-full overflow-x-auto">
          <ReliabilityChart title="Probability said against share that was lost" dots={reliabilityDots(bins)} />
          <Strip counts={strip} />
        </div>
      }
      table={
        <Table label="Said against came">
          <thead>
            <tr>
              <Th>Probability of a loss</Th>
              <Th numeric>Decisions</Th>
              <Th numeric>Said on average</Th>
              <Th numeric>Lost</Th>
              <Th numeric>95% interval</Th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ low, high, said, came }) => (
              <tr key={`${low}-${high}`}>
                <Td>
                  {two(low)}–{two(high)}
                </Td>
                <Td numeric>{came.n}</Td>
                <Td numeric>{percentText(said)}</Td>
                <Td numeric>
                  {came.hits} of {came.n}
                </Td>
                <Td numeric>
                  {percentText(came.low)}–{percentText(came.high)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      }
    />
  );
}

/** How many decisions each probability was said of. */
function Strip({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <svg aria-hidden viewBox="0 0 320 28" width={320} height={28}>
      {counts.map((count, i) => {
        const height = (count / most) * 26;
        const x = 44 + (i * 252) / counts.length;
        // A place in the strip is what a bar is.
        return (
          <rect key={x} x={x} y={28 - height} width={252 / counts.length - 1} height={height} className="fill-input" />
        );
      })}
    </svg>
  );
}
