import { cx } from "@/components/ui/cx";
import { changeWords } from "@/lib/format";

interface Props {
  /** Points; null where there is nothing to compare with. */
  points: number | null;
  /** The window in days: "▼ 17 in 30 d". Left out in columns whose head says it. */
  days?: number;
  className?: string;
}

/** A change in points with its sign as a glyph. Gain is blue and loss dark grey, never a band's colour. */
export function ChangeText({ points, days, className }: Props) {
  if (points === null || !Number.isFinite(points)) return null;
  const rounded = Math.round(points);
  const [glyph, look] =
    rounded > 0 ? ["▲", "text-gain"] : rounded < 0 ? ["▼", "text-loss"] : ["=", "text-muted-foreground"];
  return (
    <span className={cx("text-xs whitespace-nowrap", look, className)}>
      <span aria-hidden>
        {glyph}
        {rounded !== 0 && ` ${Math.abs(rounded)}`}
        {days !== undefined && ` in ${days} d`}
      </span>
      <span className="sr-only">{changeWords(rounded, days)}</span>
    </span>
  );
}
