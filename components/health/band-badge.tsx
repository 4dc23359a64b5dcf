import { cx } from "@/components/ui/cx";
import type { Tone } from "@/lib/core/health/bands";
import { BandGlyph } from "./band-glyph";

const LOOKS: Record<Tone | "none", { word: string; look: string }> = {
  green: { word: "Green", look: "bg-band-green-subtle text-band-green-text" },
  yellow: { word: "Yellow", look: "bg-band-yellow-subtle text-band-yellow-text" },
  red: { word: "Red", look: "bg-band-red-subtle text-band-red-text" },
  none: { word: "No score", look: "bg-band-none-subtle text-band-none-text" },
};

interface Props {
  /** Null is insufficient data: "No score". */
  tone: Tone | null;
  /** The band's own name, where the model gives one. */
  name?: string | null;
  size?: "sm" | "lg";
  className?: string;
}

/** A band by shape, word and colour. */
export function BandBadge({ tone, name, size = "sm", className }: Props) {
  const { word, look } = LOOKS[tone ?? "none"];
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 rounded-badge font-medium whitespace-nowrap",
        size === "lg" ? "h-7 px-2 text-sm" : "h-5 px-1.5 text-xs",
        look,
        className,
      )}
    >
      <BandGlyph mark={tone ?? "none"} size={size === "lg" ? 16 : 12} />
      {tone === null ? word : (name ?? word)}
    </span>
  );
}
