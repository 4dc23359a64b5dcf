import { cx } from "@/components/ui/cx";
import { TONES, type Tone } from "@/lib/core/health/bands";

/** What a glyph can say: a tone, no score, or that measured and people say disagree. */
export type BandMark = Tone | "none" | "diverges";

const COLOURS: Record<BandMark, string> = {
  red: "text-band-red",
  yellow: "text-band-yellow",
  green: "text-band-green",
  none: "text-band-none",
  diverges: "text-diverge",
};

/** The tone of a stored code: 1 red, 2 yellow, 3 green; anything else is no score.
 * @example toneOfCode(3) // → "green" */
export function toneOfCode(code: number | null | undefined): Tone | null {
  return TONES[(code ?? 0) - 1] ?? null;
}

interface Props {
  mark: BandMark;
  /** 12 in rows, 16 in headers. */
  size?: 12 | 16;
  className?: string;
}

/** The shape of a band: tick in a circle, "!" in a triangle, "x" in an octagon, a dashed ring, two opposed arrows.
 * The word beside it carries the meaning, so the glyph is hidden from readers. */
export function BandGlyph({ mark, size = 12, className }: Props) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 12 12"
      className={cx("band-glyph shrink-0", COLOURS[mark], className)}
    >
      {shapeOf(mark)}
    </svg>
  );
}

const sign = "fill-none stroke-card";

function shapeOf(mark: BandMark) {
  switch (mark) {
    case "green":
      return (
        <>
          <circle cx="6" cy="6" r="6" className="fill-current" />
          <path d="M3.3 6.2 5.2 8.1 8.8 4.3" strokeWidth="1.5" strokeLinecap="round" className={sign} />
        </>
      );
    case "yellow":
      return (
        <>
          <path d="M6 .4 11.9 11.2H.1Z" className="fill-current" strokeLinejoin="round" />
          <path
            d="M6 4v3.4M6 9.2v.2"
            strokeWidth="1.4"
            strokeLinecap="round"
            className="fill-none stroke-band-yellow-on"
          />
        </>
      );
    case "red":
      return (
        <>
          <path d="M3.5 0h5L12 3.5v5L8.5 12h-5L0 8.5v-5Z" className="fill-current" />
          <path d="M4 4l4 4M8 4 4 8" strokeWidth="1.5" strokeLinecap="round" className={sign} />
        </>
      );
    case "none":
      return (
        <circle cx="6" cy="6" r="5" className="fill-none stroke-current" strokeWidth="1.5" strokeDasharray="2.4 1.53" />
      );
    case "diverges":
      return (
        <path
          d="M.8 3.8h9.7M8 1.3l2.6 2.5L8 6.3M11.2 8.3H1.5M4 5.8 1.4 8.3 4 10.8"
          strokeWidth="1.3"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="fill-none stroke-current"
        />
      );
  }
}
