import { BandBadge } from "@/components/health/band-badge";
import { BandGlyph, toneOfCode } from "@/components/health/band-glyph";
import { ScoreText } from "@/components/health/score-text";
import { AnswerWords } from "@/components/triage/answer-words";
import type { Target } from "@/components/work/target";
import { AskButton } from "./ask-button";
import { SettleForm } from "./settle-form";

interface Props {
  sign: "hidden_risk" | "false_alarm";
  gap: number;
  severe: boolean;
  score: number | null;
  scoreTone: number;
  qualitative: number | null;
  peopleTone: number;
  answers: { champion: string | null; executive: string | null; outcome: string | null };
  /** Who has to settle it and until when, where it stands open. */
  owed: string | null;
  /** The open divergence, where this person may settle it. */
  settles: number | null;
  /** Whom this person may ask about it: who fills the card. */
  asks: { target: Target; whom: string } | null;
}

/** The two scores side by side where they disagree, and which way. */
export function DisagreementStrip({
  sign,
  gap,
  severe,
  score,
  scoreTone,
  qualitative,
  peopleTone,
  answers,
  owed,
  settles,
  asks,
}: Props) {
  return (
    <section aria-label="Disagreement" className="rounded-card border border-diverge bg-diverge-subtle p-4">
      <h2 className="flex items-center gap-2 font-semibold text-base text-diverge-text">
        <BandGlyph mark="diverges" size={16} />
        {sign === "hidden_risk"
          ? "Hidden risk: the numbers look fine, people see trouble"
          : "False alarm: the numbers look bad, people vouch for it"}
      </h2>
      <div className="mt-3 flex flex-wrap items-start gap-x-10 gap-y-3">
        <div>
          <h3 className="text-muted-foreground text-xs">Measured</h3>
          <p className="flex items-center gap-2">
            <ScoreText value={score} size="md" /> <BandBadge tone={toneOfCode(scoreTone)} />
          </p>
        </div>
        <div>
          <h3 className="text-muted-foreground text-xs">People say</h3>
          <p className="flex items-center gap-2">
            <ScoreText value={qualitative} size="md" /> <BandBadge tone={toneOfCode(peopleTone)} />
          </p>
        </div>
        <AnswerWords {...answers} />
        <p className="max-w-prose flex-1 max-md:basis-full">
          {Math.floor(gap)} points apart{severe ? ", two bands" : ""}. Health follows what people say.
          {owed && <span className="block text-muted-foreground">{owed}</span>}
        </p>
        {asks && <AskButton {...asks} />}
      </div>
      {settles !== null && <SettleForm divergenceId={settles} />}
    </section>
  );
}
