import { BandBadge } from "@/components/health/band-badge";
import { roleWord } from "@/components/playbook/role-word";
import type { Definition } from "@/lib/core/health/model";
import { guardrailText, overlayText } from "@/lib/core/model-draft/guardrail-words";
import { numberText } from "@/lib/core/model-draft/scoring-words";

/** What follows from the score: bands with what they oblige to, guardrails, what the scorecard does, the coverage floor. */
export function DefinitionRules({ definition }: { definition: Definition }) {
  const { bands, guardrails, overlay, coverageFloor } = definition;
  return (
    <dl className="grid gap-x-8 gap-y-3 md:grid-cols-2">
      <div>
        <dt className="font-medium">Bands</dt>
        <dd>
          <ul>
            {bands.map((band, i) => (
              <li key={band.key} className="flex flex-wrap items-center gap-x-2 py-0.5">
                <BandBadge tone={band.tone} name={band.name ?? band.key} />
                <span>{i === bands.length - 1 ? "below that" : `from ${numberText(band.from)}`}</span>
                <span className="text-muted-foreground text-xs">
                  playbook {band.playbook ?? "none"}
                  {band.ownerRole && ` · ${roleWord(band.ownerRole)}`}
                  {band.firstDeadlineDays && ` · first due in ${band.firstDeadlineDays} d`}
                </span>
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt className="font-medium">Guardrails</dt>
        <dd>
          {guardrails.length === 0 && <p className="text-muted-foreground">None.</p>}
          <ul className="list-disc pl-4">
            {guardrails.map((guardrail) => (
              <li key={guardrailText(guardrail, definition)}>
                {guardrail.name && <span className="font-medium">{guardrail.name}. </span>}
                {guardrailText(guardrail, definition)}.
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt className="font-medium">What the scorecard does</dt>
        <dd>{overlayText(overlay)}.</dd>
      </div>
      <div>
        <dt className="font-medium">Coverage floor</dt>
        <dd>
          Below {numberText(coverageFloor * 100)}% of the weight with fresh data there is no band: insufficient data.
        </dd>
      </div>
    </dl>
  );
}
