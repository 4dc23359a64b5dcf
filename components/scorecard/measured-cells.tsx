import { BandBadge } from "@/components/health/band-badge";
import { BandGlyph, toneOfCode } from "@/components/health/band-glyph";
import { ScoreText } from "@/components/health/score-text";
import type { RowView } from "./row-view";

/** A score with its band, or, until the row's answers are given, that it is kept back. */
export function Measured({ value, tone, isShown }: { value: number | null; tone: number; isShown: boolean }) {
  if (!isShown) {
    return (
      <span className="block w-22 text-muted-foreground text-xs leading-4">
        <span aria-hidden>— </span>
        after your answers
      </span>
    );
  }
  return (
    <span className="flex items-center gap-1.5">
      <ScoreText value={tone === 0 ? null : value} className="w-5 text-right" />
      <BandBadge tone={toneOfCode(tone)} />
    </span>
  );
}

/** What the answers come to, as they are given, and whether the numbers say otherwise. */
export function PeopleSay({ view }: { view: RowView }) {
  if (!view.people) return <span className="text-muted-foreground">—</span>;
  return (
    <span className="flex items-center gap-1">
      <BandBadge tone={view.people.tone} />
      {view.divergence && view.showsMeasured && (
        <span
          title={view.divergence.severe ? "Diverges by two bands" : "Diverges"}
          className="inline-flex size-5 items-center justify-center rounded-badge bg-diverge-subtle"
        >
          <BandGlyph mark="diverges" />
          <span className="sr-only">Diverges</span>
        </span>
      )}
    </span>
  );
}
