import { OpenReadings } from "@/components/account/open-readings";
import { BandBadge } from "@/components/health/band-badge";
import type { Decomposition } from "@/db/queries/get-decomposition";
import { getReachFacts } from "@/db/queries/get-reach-facts";
import { compileDefinition } from "@/lib/core/health/compile-definition";
import { shortestWay } from "@/lib/core/health/reach";
import { roundedSteps } from "@/lib/core/health/reach-rounded";
import { reachWords } from "@/lib/core/health/reach-words";
import type { Ctx } from "@/lib/server/context";

interface Props {
  ctx: Ctx;
  accountId: number;
  decomposition: Decomposition;
}

/** The smallest change that lifts the account to its next band, in its own units, and readings to try. */
export async function ShortestWay({ ctx, accountId, decomposition }: Props) {
  const { asOf, definition, readings, card } = decomposition;
  const compiled = compileDefinition(definition);
  const reach = shortestWay(compiled, readings, card);
  const facts = await getReachFacts(ctx, accountId, { asOf, definition });
  const steps = reach.kind === "way" ? roundedSteps(compiled, readings, card, reach) : [];
  // Where the scorecard holds the band, the measures beneath have a way of their own.
  const bare = compileDefinition({ ...definition, guardrails: [] });
  const beneath = steps.some(({ kind }) => kind === "answer") ? shortestWay(bare, readings, null) : null;
  const measured = beneath?.kind === "way" ? roundedSteps(bare, readings, null, beneath) : [];
  const words = (way: typeof steps) => way.map((step) => reachWords(compiled, step, facts)).join(", and ");
  return (
    <div className="mt-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t pt-3">
      {reach.kind === "way" && (
        <p className="min-w-0 flex-1 basis-72">
          <span className="font-medium">Shortest way to</span>{" "}
          <BandBadge tone={reach.band.tone} name={reach.band.name} />: {words(steps)}.
        </p>
      )}
      {beneath?.kind === "way" && (
        <p className="order-last basis-full text-muted-foreground">
          The measured score reaches <BandBadge tone={beneath.band.tone} name={beneath.band.name} /> by{" "}
          {words(measured)}.
        </p>
      )}
      {reach.kind === "best" && <p className="text-muted-foreground">It is in the best band.</p>}
      {reach.kind === "insufficient" && (
        <p className="text-muted-foreground">
          No single reading gives it a band: {Math.floor(decomposition.scored.coverage * 100)}% of the weight has data,{" "}
          {Math.round(definition.coverageFloor * 100)}% is needed.
        </p>
      )}
      {reach.kind === "none" && (
        <p className="text-muted-foreground">No one or two changes lift it to the next band: it takes three or more.</p>
      )}
      <OpenReadings
        definition={definition}
        readings={[...readings]}
        card={card && { answers: card.answers, ...cardStanding(card) }}
        steps={steps}
        measured={measured}
      />
    </div>
  );
}

function cardStanding({ standing, championEnded, liftWaitsDays }: NonNullable<Decomposition["card"]>) {
  return { standing, championEnded, liftWaitsDays };
}
