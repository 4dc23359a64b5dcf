import type { Scoring } from "@/lib/core/health/scoring";
import { prepareSketch } from "./prepare-sketch";

const [WIDTH, HEIGHT] = [72, 24];

/** A scoring function drawn small; its words stand beside it. */
export function ScoringSketch({ scoring }: { scoring: Scoring }) {
  const { line, bars } = prepareSketch(scoring);
  const step = WIDTH / Math.max(1, bars.length);
  return (
    <svg aria-hidden width={WIDTH} height={HEIGHT} viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`} className="shrink-0">
      <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className="stroke-border" />
      {line.length > 0 && (
        <polyline
          points={line.map(([x, y]) => `${x * WIDTH},${y * HEIGHT}`).join(" ")}
          fill="none"
          strokeWidth={1.5}
          className="stroke-foreground"
        />
      )}
      {bars.map(({ name, height }, i) => (
        <rect
          key={name}
          x={i * step + 1}
          width={Math.max(2, step - 3)}
          y={HEIGHT - Math.max(1, height * HEIGHT)}
          height={Math.max(1, height * HEIGHT)}
          className="fill-foreground"
        />
      ))}
    </svg>
  );
}
