import { cx } from "@/components/ui/cx";
import { shownInteger } from "@/lib/core/health/rounding";

const SIZES = { sm: "text-sm", md: "text-lg", lg: "text-xl", xl: "text-2xl" };

interface Props {
  value: number | null;
  size?: keyof typeof SIZES;
  /** Adds "of 100" for those who cannot see the column's head. */
  outOf?: boolean;
  className?: string;
}

/** A score as a whole number, rounded down so that it never contradicts its band; "—" where there is none. */
export function ScoreText({ value, size = "sm", outOf, className }: Props) {
  const has = value !== null && Number.isFinite(value);
  return (
    <span className={cx("font-semibold", SIZES[size], className)} title={has ? value.toFixed(1) : undefined}>
      {has ? shownInteger(value) : <NoScore />}
      {has && outOf && <span className="ml-1 font-normal text-muted-foreground text-xs">of 100</span>}
    </span>
  );
}

function NoScore() {
  return (
    <>
      <span aria-hidden>—</span>
      <span className="sr-only">No score</span>
    </>
  );
}
