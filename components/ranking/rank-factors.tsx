import type { Priority } from "@/lib/core/portfolio/triage";

/** What an account's place in the queue is made of: the factors that are not 1, and their product. */
export function RankFactors({ priority, factors }: Priority) {
  const telling = factors.filter(({ value }, i) => i === 0 || Math.abs(value - 1) > 1e-9);
  return (
    <p>
      {telling.map(({ name, value }, i) => (
        <span key={name}>
          {i > 0 && " × "}
          {figure(value)} <span className="text-muted-foreground text-xs">{name}</span>
        </span>
      ))}
      {` = ${Math.round(priority).toLocaleString("en")}`}
    </p>
  );
}

function figure(value: number): string {
  return (Math.round(value * 100) / 100).toString();
}
