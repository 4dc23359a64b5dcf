import { prepareTrend, type TrendBand, type TrendMarker, type TrendPoint } from "@/components/charts/prepare-trend";
import { dayNumber, dayOf, monthOf } from "@/lib/core/calendar";
import { monthText } from "@/lib/format";

const [WIDTH, HEIGHT, LEFT, BOTTOM, RIGHT] = [680, 150, 32, 16, 64] as const;

interface Props {
  history: readonly TrendPoint[];
  bands: readonly TrendBand[];
  markers: readonly TrendMarker[];
}

/** Health over time on paper: a drawing of one width, so that no edge is cut; bands named by word, events as dashes. */
export function PrintTrend({ history, bands, markers }: Props) {
  if (history.length < 2) return <p>Not enough history yet: {history.length} scored days.</p>;
  const { points, zones, ticks, domain } = prepareTrend(history, bands);
  const [from, to] = domain;
  const x = (day: number) => LEFT + ((day - from) / Math.max(1, to - from)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => HEIGHT - BOTTOM - (value / 100) * (HEIGHT - BOTTOM - 8);
  const line = (key: "health" | "score") =>
    points
      .map((point, i) => {
        const value = point[key];
        if (value === null) return "";
        return `${(points[i - 1]?.[key] ?? null) === null ? "M" : "L"}${x(point.x).toFixed(1)} ${y(value).toFixed(1)}`;
      })
      .join("");
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="Health over time"
      className="h-auto max-w-full"
    >
      {zones.map(({ name, from: low, to: high }) => (
        <g key={name}>
          <path d={`M${LEFT} ${y(high)}H${WIDTH - RIGHT}`} className="stroke-border" />
          <text x={WIDTH - RIGHT + 6} y={(y(low) + y(high)) / 2 + 4} className="fill-foreground text-xs">
            {name}
          </text>
        </g>
      ))}
      {[0, 50, 100].map((value) => (
        <text key={value} x={LEFT - 4} y={y(value) + 4} textAnchor="end" className="fill-muted-foreground text-xs">
          {value}
        </text>
      ))}
      {ticks.map((day) => (
        <text key={day} x={x(day)} y={HEIGHT - 2} textAnchor="middle" className="fill-muted-foreground text-xs">
          {monthText(monthOf(dayOf(day)))}
        </text>
      ))}
      {markers.map(({ day, words }) => (
        <path
          key={`${day}${words}`}
          d={`M${x(dayNumber(day)).toFixed(1)} 4V${HEIGHT - BOTTOM}`}
          className="stroke-muted-foreground"
          strokeDasharray="2 3"
        />
      ))}
      <path d={line("score")} className="fill-none stroke-muted-foreground" strokeWidth="1" />
      <path d={line("health")} className="fill-none stroke-foreground" strokeWidth="2" />
    </svg>
  );
}
