import { dayText } from "@/lib/format";

export type Series = { key: string; name: string; unit: string; values: readonly (number | null)[] };

interface Props {
  series: readonly Series[];
  weekEnds: readonly string[];
}

const [WIDTH, HEIGHT] = [220, 56];

/** The raw signals behind the measures, a small chart each on the same weeks. */
export function SignalCharts({ series, weekEnds }: Props) {
  const first = weekEnds[0];
  const last = weekEnds.at(-1);
  return (
    <>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {series.map((one) => (
          <Signal key={one.key} series={one} />
        ))}
      </div>
      {first && last && (
        <p className="mt-2 text-muted-foreground text-xs">
          By week, {dayText(first)} to {dayText(last)}. Gaps are weeks without data.
        </p>
      )}
    </>
  );
}

function Signal({ series: { name, unit, values } }: { series: Series }) {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) {
    return (
      <div className="rounded-control border border-dashed p-3">
        <p className="text-muted-foreground text-xs">{name}</p>
        <p>No data</p>
      </div>
    );
  }
  const top = Math.max(...present, 1);
  const latest = values.findLast((value) => value !== null) ?? null;
  const x = (i: number) => (values.length < 2 ? 0 : (i / (values.length - 1)) * WIDTH);
  const y = (value: number) => HEIGHT - 2 - (Math.max(0, value) / top) * (HEIGHT - 6);
  const path = values
    .map((value, i) =>
      value === null ? "" : `${values[i - 1] == null ? "M" : "L"}${x(i).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join("");
  return (
    <figure className="rounded-control border p-3">
      <figcaption className="flex items-baseline justify-between gap-2 text-xs">
        <span className="text-muted-foreground">{name}</span>
        <span className="font-medium">
          {latest === null ? "—" : shown(latest)}
          {unit}
        </span>
      </figcaption>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="mt-1 h-14 w-full"
        preserveAspectRatio="none"
      >
        <path d={path} className="fill-none stroke-gain" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
      </svg>
      <p className="text-muted-foreground text-xs">
        from {shown(Math.min(...present))} to {shown(top)}
      </p>
    </figure>
  );
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : String(Math.round(value * 10) / 10);
}
