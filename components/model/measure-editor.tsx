"use client";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Measure } from "@/lib/core/health/model";
import { scoringAs, scoringFor } from "@/lib/core/model-draft/edit-scoring";
import { catalogued, measureName } from "@/lib/core/model-draft/measure-name";
import { SCORING_WORDS } from "@/lib/core/model-draft/scoring-words";
import { CornerFields } from "./corner-fields";
import { useDraftEdit } from "./draft-context";
import { LevelFields } from "./level-fields";
import { LevelRules } from "./level-rules";
import { MeasureLimits } from "./measure-limits";
import { ScoringPlot } from "./scoring-plot";
import { SpreadLine } from "./spread-line";

interface Props {
  measure: Measure;
  /** Where the measure stands in the definition: "measures.0". */
  path: string;
  onChange: (measure: Measure, tag?: string) => void;
}

const FORMS = (["linear", "curve", "steps"] as const).map((value) => ({ value, label: SCORING_WORDS[value] }));

/** Everything about one measure but its weight: what earns points, over your values; windows, age, and what is done where it is missing. */
export function MeasureEditor({ measure, path, onChange }: Props) {
  const { definition, facts, refusal, setDragging } = useDraftEdit();
  const { key, scoring } = measure;
  const name = measureName(measure);
  const levels = scoring.type === "levels" ? Object.keys(scoring.levels) : undefined;
  const own = catalogued(key, levels);
  const spread = facts?.spreads[key] ?? null;
  const wrong = (part: string) => (at: string) => refusal(`${path}.${part}${at ? `.${at}` : ""}`);
  const score = (next: Measure["scoring"]) => onChange({ ...measure, scoring: next }, `${key} scoring`);
  return (
    <div className="grid gap-x-8 gap-y-4 p-3 xl:grid-cols-[minmax(0,1fr)_16rem]">
      <div className="flex min-w-0 flex-col gap-3">
        {own && <p className="text-muted-foreground text-xs">{own.definition}</p>}
        {spread && <SpreadLine measure={measure} />}
        {scoring.type === "levels" ? (
          <>
            <LevelFields
              name={name}
              scoring={scoring}
              spread={spread?.kind === "levels" ? spread : null}
              isOpen={measure.conditions !== undefined || key.startsWith("attribute:")}
              onChange={score}
              refusal={wrong("scoring")}
            />
            {measure.conditions && (
              <LevelRules
                name={name}
                definition={definition}
                measure={measure}
                onChange={(conditions) => onChange({ ...measure, conditions }, `${key} rules`)}
                refusal={wrong("conditions")}
              />
            )}
          </>
        ) : (
          <>
            <div className="flex flex-wrap items-center gap-2">
              <Select
                className="max-w-36"
                aria-label={`${name}: form of the function`}
                options={FORMS}
                value={scoring.type}
                onChange={({ target }) =>
                  onChange({ ...measure, scoring: scoringAs(scoring, target.value as "curve") })
                }
              />
              {own && spread?.kind === "numbers" && spread.n > 0 && (
                <Button size="sm" onClick={() => onChange({ ...measure, scoring: scoringFor(own, spread) })}>
                  Fit to the middle of your values
                </Button>
              )}
            </div>
            <ScoringPlot
              measure={{ key, name }}
              scoring={scoring}
              spread={spread?.kind === "numbers" ? spread : null}
              onChange={score}
              onDragging={setDragging}
            />
            <CornerFields name={name} scoring={scoring} onChange={score} refusal={wrong("scoring")} />
          </>
        )}
      </div>
      <MeasureLimits measure={measure} path={path} onChange={onChange} />
    </div>
  );
}
