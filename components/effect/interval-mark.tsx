const [WIDTH, HEIGHT, MIDDLE] = [160, 16, 80];

/** A difference and its interval on a line from −100 to +100 points, with 0 in the middle. The words beside it say the same. */
export function IntervalMark({ difference, low, high }: { difference: number; low: number; high: number }) {
  const x = (share: number) => MIDDLE + share * (MIDDLE - 4);
  return (
    <svg aria-hidden width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="shrink-0">
      <line x1={0} x2={WIDTH} y1={8} y2={8} className="stroke-border" />
      <line x1={MIDDLE} x2={MIDDLE} y1={1} y2={15} className="stroke-muted-foreground" strokeDasharray="2 2" />
      <line x1={x(low)} x2={x(high)} y1={8} y2={8} strokeWidth={3} className="stroke-primary" />
      <circle cx={x(difference)} cy={8} r={4} className="fill-primary" />
    </svg>
  );
}
