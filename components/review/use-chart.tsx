import type { Month } from "@/lib/core/calendar";
import { countText, monthText } from "@/lib/format";

const [WIDTH, HEIGHT, TOP, BOTTOM] = [640, 150, 18, 22];

interface Props {
  months: readonly { month: Month; users: number | null }[];
  seats: number | null;
}

/** People a day, a bar a month, of fixed width so that paper and screen show the same; the seats are a line across. */
export function UseChart({ months, seats }: Props) {
  const most = Math.max(1, seats ?? 0, ...months.map(({ users }) => users ?? 0));
  const y = (value: number) => TOP + (1 - value / most) * (HEIGHT - TOP - BOTTOM);
  const step = WIDTH / Math.max(1, months.length);
  const words = months.map(
    ({ month, users }) => `${monthText(month)}: ${users === null ? "no data" : Math.round(users)}`,
  );
  return (
    <svg
      role="img"
      aria-label={`People using it on an average day. ${words.join(", ")}${seats ? `. Seats: ${seats}` : ""}`}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="h-auto max-w-full"
    >
      {months.map(({ month, users }, i) => (
        <g key={month} className="text-xs">
          {users !== null && (
            <>
              <rect
                x={i * step + step * 0.2}
                y={y(users)}
                width={step * 0.6}
                height={HEIGHT - BOTTOM - y(users)}
                className="fill-primary"
              />
              <text x={(i + 0.5) * step} y={y(users) - 4} textAnchor="middle" className="fill-foreground">
                {countText(Math.round(users))}
              </text>
            </>
          )}
          <text x={(i + 0.5) * step} y={HEIGHT - 6} textAnchor="middle" className="fill-muted-foreground">
            {monthText(month).slice(0, 3)}
          </text>
        </g>
      ))}
      <line x1={0} x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} className="stroke-border" />
      {seats !== null && (
        <line x1={0} x2={WIDTH} y1={y(seats)} y2={y(seats)} strokeDasharray="4 3" className="stroke-muted-foreground" />
      )}
    </svg>
  );
}
