"use client";
import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { type Condition, type Operator, operatorOf } from "@/lib/core/health/condition";
import type { Definition } from "@/lib/core/health/model";
import { MEASURES } from "@/lib/core/measures/catalogue";
import { catalogued, measureName } from "@/lib/core/model-draft/measure-name";
import { NumberInput } from "./number-input";

interface Props {
  /** What the conditions belong to, for those who hear the fields. */
  name: string;
  definition: Definition;
  when: readonly Condition[];
  /** The measure that may not be asked for: the one that the conditions make. */
  except?: string;
  onChange: (when: Condition[]) => void;
  refusal: (path: string) => string | undefined;
}

const OPERATORS: readonly { value: Operator; label: string }[] = [
  { value: "below", label: "below" },
  { value: "atMost", label: "at most" },
  { value: "above", label: "above" },
  { value: "atLeast", label: "at least" },
];

/** Conditions on readings, all of which must hold. */
export function ConditionFields({ name, definition, when, except, onChange, refusal }: Props) {
  const choices = choicesOf(definition, when).filter(({ value }) => value !== except);
  const set = (at: number, condition: Condition) => onChange(when.map((old, i) => (i === at ? condition : old)));
  const fresh = (measure: string): Condition => {
    const [level] = levelsOf(definition, measure);
    return level === undefined ? { measure, below: 0 } : { measure, level };
  };
  return (
    <div className="flex w-full flex-col items-start gap-1">
      {when.map((condition, i) => {
        const levels = levelsOf(definition, condition.measure);
        const operator = operatorOf(condition);
        const bound = operator === "level" ? 0 : (condition[operator] ?? 0);
        const wrong = ["", ".measure", ".level"].map((part) => refusal(`${i}${part}`)).find(Boolean);
        return (
          <div key={`condition ${String(i)}`} className="flex w-full flex-wrap items-start gap-2">
            <span className="w-8 pt-1.5 text-muted-foreground">{i === 0 ? "when" : "and"}</span>
            <Select
              className="max-w-64"
              aria-label={`${name}: measure of condition ${i + 1}`}
              options={choices}
              value={condition.measure}
              onChange={({ target }) => set(i, fresh(target.value))}
            />
            {levels.length > 0 ? (
              <Select
                className="max-w-40"
                aria-label={`${name}: level of condition ${i + 1}`}
                options={levels.map((value) => ({ value, label: `is ${value.replaceAll("_", " ")}` }))}
                value={condition.level ?? ""}
                onChange={({ target }) => set(i, { measure: condition.measure, level: target.value })}
              />
            ) : (
              <>
                <Select
                  className="max-w-28"
                  aria-label={`${name}: comparison of condition ${i + 1}`}
                  options={OPERATORS}
                  value={operator}
                  onChange={({ target }) => set(i, { measure: condition.measure, [target.value]: bound })}
                />
                <NumberInput
                  className="w-24"
                  label={`${name}: bound of condition ${i + 1}`}
                  value={bound}
                  onChange={(value) => set(i, { measure: condition.measure, [operator]: value })}
                />
              </>
            )}
            <Button
              variant="ghost"
              size="icon"
              aria-label={`${name}: remove condition ${i + 1}`}
              onClick={() => onChange(when.filter((_, at) => at !== i))}
            >
              <X aria-hidden className="size-4" />
            </Button>
            {wrong && <p className="w-full font-medium text-xs">{wrong}</p>}
          </div>
        );
      })}
      <Button
        size="sm"
        variant="ghost"
        disabled={choices.length === 0}
        aria-label={`${name}: add a condition`}
        onClick={() => onChange([...when, fresh(choices[0]?.value ?? "")])}
      >
        <Plus aria-hidden className="size-3.5" />
        {when.length === 0 ? "Add a condition" : "and …"}
      </Button>
    </div>
  );
}

function choicesOf(definition: Definition, when: readonly Condition[]): { value: string; label: string }[] {
  const scored = definition.measures.map((measure) => ({ value: measure.key, label: measureName(measure) }));
  const asked = [...definition.watched, ...when.map(({ measure }) => measure)];
  const others = [...new Set([...asked, ...Object.keys(MEASURES)])].filter(
    (key) => !definition.measures.some((measure) => measure.key === key),
  );
  const named = others.map((key) => ({ value: key, label: `${measureName({ key })} (no weight)` }));
  return [...scored, ...named.sort((a, b) => a.label.localeCompare(b.label))];
}

function levelsOf(definition: Definition, key: string): readonly string[] {
  const measure = definition.measures.find((candidate) => candidate.key === key);
  if (measure) return measure.scoring.type === "levels" ? Object.keys(measure.scoring.levels) : [];
  return catalogued(key)?.levels ?? [];
}
