import type { PartDiff } from "@/lib/core/model-draft/model-diff";

/** Differences in words, the first of them where there are many. */
export function DiffLines({ parts, most = Number.POSITIVE_INFINITY }: { parts: readonly PartDiff[]; most?: number }) {
  const lines = parts.flatMap(({ title, lines: own }) => own.map((words) => `${title}: ${words}`));
  if (lines.length === 0) return <p className="text-muted-foreground text-xs">Nothing differs.</p>;
  return (
    <ul className="list-disc pl-4 text-xs">
      {lines.slice(0, most).map((words) => (
        <li key={words}>{words}</li>
      ))}
      {lines.length > most && <li>and {lines.length - most} more differences</li>}
    </ul>
  );
}
