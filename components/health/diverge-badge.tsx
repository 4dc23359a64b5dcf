import { cx } from "@/components/ui/cx";
import { BandGlyph } from "./band-glyph";

interface Props {
  severe?: boolean;
  /** Said instead of "Diverges": a reason, such as "Looks Green, champion missing 92 d". */
  children?: string;
  className?: string;
}

/** The chip that measured and people say disagree. */
export function DivergeBadge({ severe, children, className }: Props) {
  return (
    <span
      className={cx(
        "inline-flex min-h-5 max-w-full items-center gap-1 rounded-badge bg-diverge-subtle px-1.5 font-medium text-diverge-text text-xs",
        severe && "ring-1 ring-diverge",
        className,
      )}
    >
      <BandGlyph mark="diverges" />
      <span className="truncate">{children ?? (severe ? "Diverges strongly" : "Diverges")}</span>
    </span>
  );
}
