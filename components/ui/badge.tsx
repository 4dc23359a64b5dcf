import type { ComponentProps } from "react";
import { cx } from "./cx";

const TONES = {
  neutral: "bg-muted text-muted-foreground",
  outline: "border border-input text-foreground",
  diverge: "bg-diverge-subtle text-diverge-text",
};

/** A short label. Bands have their own (components/health/band-badge). */
export function Badge({
  tone = "neutral",
  className,
  ...props
}: ComponentProps<"span"> & { tone?: keyof typeof TONES }) {
  return (
    <span
      className={cx(
        "inline-flex h-5 items-center gap-1 rounded-badge px-1.5 font-medium text-xs whitespace-nowrap",
        TONES[tone],
        className,
      )}
      {...props}
    />
  );
}
