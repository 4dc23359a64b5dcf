interface Props {
  title: string;
  points: readonly { x: number; y: number }[];
  first: string;
  last: string;
  least: string;
  most: string;
}

const [WIDTH, HEIGHT, PAD] = [240, 64, 4];

/** One small line with its name, its last figure and the least and most that it had. */
export function LinePanel({ title, points, first, last, least, most }: Props) {
  const at = points.map(({ x, y }) => ({ x: PAD + x * (WIDTH - 2 * PAD), y: HEIGHT - PAD - y * (HEIGHT - 2 * PAD) }));
  const end = at.at(-1);
  return (
    <div className="min-w-0">
      <p className="flex items-baseline justify-between gap-2">
        <span className="text-muted-foreground text-xs">{title}</span>
        <span className="font-semibold">{last}</span>
      </p>
      <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full">
        <line x1={0} x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="stroke-border" />
        <polyline
          points={at.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")}
          className="fill-none stroke-foreground"
          strokeWidth="1.5"
        />
        {end && <circle cx={end.x} cy={end.y} r={3} className="fill-foreground" />}
      </svg>
      <p className="flex justify-between text-muted-foreground text-xs">
        <span>{first} at first</span>
        <span>
          {least} – {most}
        </span>
      </p>
    </div>
  );
}
