import { Sparkline } from "@/components/charts/sparkline";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ChangeText } from "@/components/health/change-text";
import { ScoreText } from "@/components/health/score-text";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/paths";
import { AnswerWords } from "./answer-words";
import { bandName, type PeekRow, PeopleBadge } from "./queue-row";

/** Where an account stands: its health and where it comes from, both scores, and what they disagree on. */
export function PeekFacts({ facts }: { facts: PeekRow }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        Health <ScoreText value={facts.tone === 0 ? null : facts.health} size="lg" />
        <BandBadge tone={toneOfCode(facts.tone)} name={bandName(facts.band)} />
        <span className="flex items-center gap-2">
          <ChangeText points={facts.delta30} days={30} />
          <Sparkline values={facts.sparkline} tone={toneOfCode(facts.tone)} />
        </span>
      </p>
      <div className="grid grid-cols-[2fr_3fr] gap-2">
        <div className="rounded-card border p-3">
          <h3 className="text-muted-foreground text-xs">Measured</h3>
          <p className="my-1 text-xl">
            <ScoreText value={facts.scoreTone === 0 ? null : facts.score} size="lg" outOf />
          </p>
          <BandBadge tone={toneOfCode(facts.scoreTone)} />
        </div>
        <div className="rounded-card border p-3">
          <h3 className="text-muted-foreground text-xs">People say</h3>
          <AnswerWords {...facts} />
          <PeopleBadge tone={facts.peopleTone} cardState={facts.cardState} />
        </div>
      </div>
      {facts.divergence && (
        <p className="rounded-control bg-diverge-subtle px-3 py-2 text-diverge-text">
          ⇄{" "}
          {facts.divergence === "hidden_risk"
            ? "Looks fine in the numbers, people see a risk"
            : "Looks bad in the numbers, people vouch for it"}
          : {Math.floor(facts.divergenceGap ?? 0)} points apart.
        </p>
      )}
      <p className="flex flex-wrap gap-2">
        <ButtonLink href={paths.account(facts.slug)} variant="primary">
          Open account
        </ButtonLink>
        {facts.cardState !== "in_force" && (
          <ButtonLink href={paths.scorecards({ account: facts.slug })}>Update scorecard</ButtonLink>
        )}
      </p>
    </>
  );
}
