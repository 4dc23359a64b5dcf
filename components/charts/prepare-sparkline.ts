export interface Sparkline {
  /** One polyline a stretch without gaps. */
  lines: string[];
  end: { x: number; y: number } | null;
}

const PAD = 3;

/** Points of a sparkline: the span is max(20 points, range + 4), centred, so that a 3-point wobble looks small and a
 * 17-point fall large. A value that is absent leaves a gap. */
export function prepareSparkline(values: readonly (number | null)[], width = 80, height = 24): Sparkline {
  const known = values.filter((value) => value !== null && Number.isFinite(value)) as number[];
  if (known.length === 0) return { lines: [], end: null };
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const span = Math.max(20, high - low + 4);
  const bottom = (low + high) / 2 - span / 2;
  const step = values.length > 1 ? (width - 2 * PAD) / (values.length - 1) : 0;
  const lines: string[] = [];
  let stretch: string[] = [];
  let end: Sparkline["end"] = null;
  const close = () => {
    if (stretch.length > 0) lines.push(stretch.join(" "));
    stretch = [];
  };
  for (const [i, value] of values.entries()) {
    if (value === null || !Number.isFinite(value)) {
      close();
      continue;
    }
    const x = round(values.length > 1 ? PAD + i * step : width - PAD);
    const y = round(height - PAD - ((value - bottom) / span) * (height - 2 * PAD));
    stretch.push(`${x},${y}`);
    end = { x, y };
  }
  close();
  return { lines, end };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
