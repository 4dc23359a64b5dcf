import { cx } from "./cx";

/** A place kept while something loads; it shows only after 150 ms, so quick answers do not flicker. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx("skeleton rounded-control bg-muted", className)} />;
}

/** Rows of a list that is on its way, in the list's own height. */
export function SkeletonRows({ rows = 10, rowClass = "h-13" }: { rows?: number; rowClass?: string }) {
  return (
    <div role="status" aria-label="Loading" className="flex flex-col">
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key) => (
        <div key={key} className={cx("flex items-center border-b", rowClass)}>
          <Skeleton className="h-4 w-full" />
        </div>
      ))}
    </div>
  );
}
