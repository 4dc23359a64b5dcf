import { weightWords } from "@/lib/core/model-draft/weight-words";

/** How the weights stand to a hundred, as a bar and in words. */
export function WeightMeter({ weights }: { weights: readonly number[] }) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span aria-hidden className="block h-2 w-40 rounded-badge bg-muted">
        <span className="block h-2 rounded-badge bg-primary" style={{ width: `${Math.min(100, total)}%` }} />
      </span>
      <p role="status">Weights: {weightWords(weights)}</p>
    </div>
  );
}
