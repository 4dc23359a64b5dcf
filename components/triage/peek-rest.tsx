import { ContributionBars } from "@/components/charts/contribution-bars";
import { ScoreText } from "@/components/health/score-text";
import { OpenPlaybookCard } from "@/components/playbook/open-playbook-card";
import { RankFactors } from "@/components/ranking/rank-factors";
import type { Day } from "@/lib/core/calendar";
import type { WhyRow } from "@/lib/core/health/why";
import type { PeekData } from "./load-peek";
import type { PeekRow } from "./queue-row";

/** What the server knows of an account beyond its row: where the points come from, its place in the queue, what its band
 * obliges to. */
export function PeekRest({ data, facts, today }: { data: PeekData; facts: PeekRow; today: Day }) {
  const { why, steps, ranking, playbook } = data;
  return (
    <>
      <section>
        <h3 className="mb-2 font-semibold">
          Where <ScoreText value={facts.scoreTone === 0 ? null : facts.score} /> comes from
        </h3>
        <ContributionBars rows={why.map(barOf)} caption="Points of the measured score" />
        {steps.length > 0 && (
          <ul className="mt-2 list-disc pl-4 text-muted-foreground text-xs">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        )}
      </section>
      {ranking && facts.reason && (
        <section>
          <h3 className="mb-1 font-semibold">Its place in the queue</h3>
          <RankFactors {...ranking} />
        </section>
      )}
      {playbook && (
        <section>
          <h3 className="mb-1 font-semibold">Playbook</h3>
          <OpenPlaybookCard playbook={playbook} today={today} health={facts.tone > 0 ? facts.health : null} isPeek />
        </section>
      )}
    </>
  );
}

function barOf({ key, name, reading, earned, possible, absent }: WhyRow) {
  return { key, name, value: reading, earned, possible, ...(absent ? { absent: reading } : {}) };
}
