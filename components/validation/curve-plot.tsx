interface Props {
  title: string;
  /** Points in 0–1, from left to right. */
  lines: readonly { name: string; points: readonly (readonly [x: number, y: number])[]; dashed?: boolean }[];
  xLabel: string;
  yLabel: string;
  /** What 1 stands for on either axis. */
  ends?: { x: readonly [string, string]; y: readonly [string, string] };
  marks?: readonly { x: number; words: string }[];
}

const [SIZE, LEFT, TOP, BOTTOM] = [260, 44, 10, 36];

/** Lines over 0–1, drawn without a library: the numbers stand in the table beside it. */
export function CurvePlot({ title, lines, xLabel, yLabel, ends, marks = [] }: Props) {
  const x = (value: number) => LEFT + value * SIZE;
  const y = (value: number) => TOP + (1 - value) * SIZE;
  const path = (points: Props["lines"][number]["points"]) =>
    points.map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`).join(" ");
  const [xFrom, xTo] = ends?.x ?? ["0%", "100%"];
  const [yFrom, yTo] = ends?.y ?? ["0%", "100%"];
  const text = "fill-muted-foreground text-xs";
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`0 0 ${LEFT + SIZE + 12} ${TOP + SIZE + BOTTOM}`}
      className="mx-auto h-auto w-full max-w-96"
    >
      <rect x={LEFT} y={TOP} width={SIZE} height={SIZE} className="fill-none stroke-border" />
      {marks.map((mark) => (
        <g key={mark.words}>
          <line
            x1={x(mark.x)}
            x2={x(mark.x)}
            y1={TOP}
            y2={TOP + SIZE}
            className="stroke-foreground"
            strokeDasharray="3 3"
          />
          <text x={x(mark.x) + 4} y={TOP + 12} className="fill-foreground text-xs">
            {mark.words}
          </text>
        </g>
      ))}
      {lines.map(({ name, points, dashed }) => (
        <polyline
          key={name}
          points={path(points)}
          strokeWidth={dashed ? 1.5 : 2}
          strokeDasharray={dashed ? "4 4" : undefined}
          className={dashed ? "fill-none stroke-muted-foreground" : "fill-none stroke-primary"}
        />
      ))}
      <text x={LEFT} y={TOP + SIZE + 14} className={text}>
        {xFrom}
      </text>
      <text x={LEFT + SIZE} y={TOP + SIZE + 14} textAnchor="end" className={text}>
        {xTo}
      </text>
      <text x={LEFT + SIZE / 2} y={TOP + SIZE + 30} textAnchor="middle" className={text}>
        {xLabel}
      </text>
      <text x={LEFT - 6} y={TOP + SIZE} textAnchor="end" className={text}>
        {yFrom}
      </text>
      <text x={LEFT - 6} y={TOP + 12} textAnchor="end" className={text}>
        {yTo}
      </text>
      <text
        x={12}
        y={TOP + SIZE / 2}
        textAnchor="middle"
        transform={`rotate(-90 12 ${TOP + SIZE / 2})`}
        className={text}
      >
        {yLabel}
      </text>
    </svg>
  );
}
