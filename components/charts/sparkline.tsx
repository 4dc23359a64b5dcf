import { cx } from "@/components/ui/cx";
import type { Tone } from "@/lib/core/health/bands";
import { prepareSparkline } from "./prepare-sparkline";

const DOTS = { green: "fill-band-green", yellow: "fill-band-yellow", red: "fill-band-red", none: "fill-band-none" };

interface Props {
  /** Oldest first; null and NaN are gaps. */
  values: readonly (number | null)[];
  /** The band of the last point. */
  tone: Tone | null;
  width?: number;
  height?: number;
  className?: string;
}

/** Twelve weekly or monthly points as a line; the number and its change stand beside it, so readers skip it. */
export function Sparkline({ values, tone, width = 80, height = 24, className }: Props) {
  const { lines, end } = prepareSparkline(values, width, height);
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={cx("shrink-0", className)}
    >
      {lines.map((points) => (
        <polyline key={points} points={points} strokeWidth="1.5" className="fill-none stroke-muted-foreground" />
      ))}
      {end && <circle cx={end.x} cy={end.y} r="2.5" className={DOTS[tone ?? "none"]} />}
    </svg>
  );
}
