import type { Spread } from "@/lib/core/model-draft/histogram";

interface Props {
  spread: Extract<Spread, { kind: "numbers" }>;
  /** Where a reading stands, left to right; where the bars stand, top to bottom. */
  x: (reading: number) => number;
  top: number;
  height: number;
}

/** The histogram behind the function: grey, every bar with its span and count. */
export function HistogramBars({ spread, x, top, height: most }: Props) {
  const largest = Math.max(1, ...spread.counts);
  const width = (spread.to - spread.from) / spread.counts.length;
  return spread.counts.map((count, i) => {
    const from = spread.from + i * width;
    const height = (count / largest) * most;
    return (
      <rect
        key={from}
        x={x(from)}
        y={top + most - height}
        width={Math.max(1, x(from + width) - x(from) - 1)}
        height={height}
        className="fill-muted-foreground/35"
      />
    );
  });
}
