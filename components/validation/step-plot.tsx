import { BandGlyph, toneOfCode } from "@/components/health/band-glyph";
import type { BandSurvival } from "@/lib/core/validation/survival-by-band";

interface Props {
  title: string;
  bands: readonly BandSurvival[];
  days: number;
  ticks: readonly number[];
  /** What stands at the end of a band's line. */
  endOf: (band: BandSurvival) => string;
}

const [HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [220, 40, 96, 10, 36];
/** Words keep their size on a phone: there the lines are drawn shorter, not everything smaller. */
const SIZES = [
  { width: 420, shown: "max-w-2xl max-md:hidden" },
  { width: 184, shown: "max-w-md md:hidden" },
];
/** Bands by more than their colour. */
const LOOKS: Record<number, { line: string; dashes?: string }> = {
  3: { line: "stroke-band-green" },
  2: { line: "stroke-band-yellow", dashes: "8 3" },
  1: { line: "stroke-band-red", dashes: "3 3" },
};
const LEAST_APART = 16;

/** Shares that stayed, as steps from 100%; each line ends in its band's shape and share. */
export function StepPlot(props: Props) {
  return SIZES.map((size) => <Plot key={size.width} {...size} {...props} />);
}

function Plot({ title, bands, days, ticks, endOf, width, shown }: Props & (typeof SIZES)[number]) {
  const drawn = bands.flatMap((band) => (band.steps ? [{ ...band, steps: band.steps }] : []));
  const least = Math.min(1, ...drawn.map(({ steps }) => steps.at(-1)?.stayed ?? 1));
  const floor = Math.max(0, Math.floor(least * 10 - 0.5) / 10);
  const x = (day: number) => LEFT + (day / days) * width;
  const y = (share: number) => TOP + ((1 - share) / (1 - floor || 1)) * HEIGHT;
  const ends = apart(drawn.map(({ steps }) => y(steps.at(-1)?.stayed ?? 1)));
  const text = "fill-muted-foreground text-xs";
  const shares = [1, (1 + floor) / 2, floor];
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`0 0 ${LEFT + width + RIGHT} ${TOP + HEIGHT + BOTTOM}`}
      className={`h-auto w-full ${shown}`}
    >
      {shares.map((share) => (
        <g key={share}>
          <line x1={LEFT} x2={LEFT + width} y1={y(share)} y2={y(share)} className="stroke-border" />
          <text x={LEFT - 6} y={y(share) + 4} textAnchor="end" className={text}>
            {Math.round(share * 100)}%
          </text>
        </g>
      ))}
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={TOP + HEIGHT + 16} textAnchor="middle" className={text}>
          {tick}
        </text>
      ))}
      <text x={LEFT + width / 2} y={TOP + HEIGHT + 32} textAnchor="middle" className={text}>
        Days after
      </text>
      {drawn.map((band, i) => {
        const { line, dashes } = LOOKS[band.tone] ?? LOOKS[1] ?? { line: "" };
        const path = band.steps.map(({ day, stayed }) => `H${x(day).toFixed(1)}V${y(stayed).toFixed(1)}`).join("");
        return (
          <g key={band.tone}>
            <path
              d={`M${x(0)},${y(1)}${path}H${x(days)}`}
              strokeWidth={2}
              strokeDasharray={dashes}
              className={`fill-none ${line}`}
            />
            <g transform={`translate(${x(days) + 6} ${(ends[i] as number) - 6})`}>
              <BandGlyph mark={toneOfCode(band.tone) ?? "none"} />
            </g>
            <text x={x(days) + 22} y={(ends[i] as number) + 4} className="fill-foreground text-xs">
              {endOf(band)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Heights of labels, top to bottom as given, pushed apart where they would cover each other. */
function apart(heights: readonly number[]): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => (heights[a] as number) - (heights[b] as number));
  const placed = [...heights];
  for (const [place, i] of order.entries()) {
    const above = order[place - 1];
    if (above !== undefined) placed[i] = Math.max(placed[i] as number, (placed[above] as number) + LEAST_APART);
  }
  return placed;
}
