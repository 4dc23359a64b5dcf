"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Measure } from "@/lib/core/health/model";
import { readingText } from "@/lib/core/measures/words";
import { scoringAs, scoringFor } from "@/lib/core/model-draft/edit-scoring";
import { catalogued, measureName } from "@/lib/core/model-draft/measure-name";
import { MISSING_WORDS, SCORING_WORDS, unitOf } from "@/lib/core/model-draft/scoring-words";
import { countText, shareText } from "@/lib/format";
import { CornerFields } from "./corner-fields";
import { useDraftEdit } from "./draft-context";
import { LevelFields } from "./level-fields";
import { LevelRules } from "./level-rules";
import { NumberInput } from "./number-input";
import { ScoringPlot } from "./scoring-plot";

interface Props {
  measure: Measure;
  /** Where the measure stands in the definition: "measures.0". */
  path: string;
  onChange: (measure: Measure, tag?: string) => void;
}

const FORMS = (["linear", "curve", "steps"] as const).map((value) => ({ value, label: SCORING_WORDS[value] }));
const MISSING = (["exclude", "neutral", "worst"] as const).map((value) => ({ value, label: MISSING_WORDS[value] }));

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
  const optional = (field: "window" | "freshness", value: number | undefined) => {
    const { [field]: _, ...rest } = measure;
    onChange(value === undefined ? rest : { ...rest, [field]: value }, `${key} ${field}`);
  };
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
      <div className="flex flex-col gap-3">
        <Field label="Name" error={refusal(`${path}.name`)} hint={own ? `Empty: ${own.name}.` : undefined}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={measure.name ?? ""}
              onChange={({ target }) => {
                const { name: _, ...rest } = measure;
                onChange(target.value ? { ...rest, name: target.value } : rest, `${key} name`);
              }}
            />
          )}
        </Field>
        <Field label="Where it is missing">
          {(control) => (
            <Select
              {...control}
              options={MISSING}
              value={measure.missing}
              onChange={({ target }) => onChange({ ...measure, missing: target.value as Measure["missing"] })}
            />
          )}
        </Field>
        {own && own.window !== null && (
          <Field label="Window, days" hint={`14 to 365. Empty: ${own.window}.`}>
            {({ id }) => (
              <NumberInput
                id={id}
                step={1}
                value={measure.window}
                placeholder={String(own.window)}
                error={refusal(`${path}.window`)}
                onClear={() => optional("window", undefined)}
                onChange={(value) => optional("window", value)}
              />
            )}
          </Field>
        )}
        {own && (
          <Field label="Missing when its feed is older than, days" hint={`Empty: ${own.freshness}.`}>
            {({ id }) => (
              <NumberInput
                id={id}
                step={1}
                value={measure.freshness}
                placeholder={String(own.freshness)}
                error={refusal(`${path}.freshness`)}
                onClear={() => optional("freshness", undefined)}
                onChange={(value) => optional("freshness", value)}
              />
            )}
          </Field>
        )}
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-1"
            checked={measure.calendar ?? false}
            onChange={({ target }) => {
              const { calendar: _, ...rest } = measure;
              onChange(target.checked ? { ...rest, calendar: true } : rest);
            }}
          />
          It moves by calendar alone: counts in no trend, shift or playbook
        </label>
      </div>
    </div>
  );
}

/** Of how many accounts the histogram is, and for how many there is nothing. */
function SpreadLine({ measure }: { measure: Measure }) {
  const { facts } = useDraftEdit();
  const spread = facts?.spreads[measure.key];
  if (!facts || !spread) return null;
  const all = spread.n + spread.missing + spread.none;
  const middle = spread.kind === "numbers" && spread.n > 0 ? spread.quantiles[10] : undefined;
  return (
    <p className="text-xs">
      Your values: {countText(spread.n)} accounts
      {middle !== undefined && `, half of them below ${readingText({ unit: unitOf(measure.key) }, middle)}`}
      {spread.none > 0 && `; nothing to measure for ${countText(spread.none)}`}
      {spread.missing > 0 && `; missing for ${shareText(spread.missing, all)}`}
      {facts.read < facts.accounts && `. Read of ${countText(facts.read)} of ${countText(facts.accounts)} accounts`}.
    </p>
  );
}
