"use client";
import { ArrowUp, Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Definition, LevelRule, Measure } from "@/lib/core/health/model";
import { ConditionFields } from "./condition-fields";

interface Props {
  name: string;
  definition: Definition;
  measure: Measure;
  onChange: (rules: LevelRule[]) => void;
  refusal: (path: string) => string | undefined;
}

/** How a measure's level is made out of other measures: rules in order, the first that holds counts. */
export function LevelRules({ name, definition, measure, onChange, refusal }: Props) {
  const rules = measure.conditions ?? [];
  const levels = measure.scoring.type === "levels" ? Object.keys(measure.scoring.levels) : [];
  const set = (at: number, rule: LevelRule) => onChange(rules.map((old, i) => (i === at ? rule : old)));
  return (
    <fieldset className="flex flex-col items-start gap-3">
      <legend className="mb-1 font-medium">Its level: the first rule that holds</legend>
      {rules.map((rule, i) => (
        <div key={`rule ${String(i)}`} className="flex w-full flex-col gap-1 border-l-2 pl-3">
          <div className="flex items-center gap-2">
            <span>{i + 1}.</span>
            <Select
              className="max-w-44"
              aria-label={`${name}: level of rule ${i + 1}`}
              options={[...new Set([...levels, rule.level])].map((value) => ({
                value,
                label: value.replaceAll("_", " "),
              }))}
              value={rule.level}
              onChange={({ target }) => set(i, { ...rule, level: target.value })}
            />
            {rule.when.length === 0 && <span className="text-muted-foreground">otherwise</span>}
            {i > 0 && (
              <Button
                variant="ghost"
                size="icon"
                aria-label={`${name}: rule ${i + 1} earlier`}
                onClick={() => onChange(rules.toSpliced(i, 1).toSpliced(i - 1, 0, rule))}
              >
                <ArrowUp aria-hidden className="size-4" />
              </Button>
            )}
            {rules.length > 1 && (
              <Button
                variant="ghost"
                size="icon"
                aria-label={`${name}: remove rule ${i + 1}`}
                onClick={() => onChange(rules.toSpliced(i, 1))}
              >
                <X aria-hidden className="size-4" />
              </Button>
            )}
          </div>
          {refusal(`${i}.level`) && <p className="font-medium text-xs">{refusal(`${i}.level`)}</p>}
          <ConditionFields
            name={`${name}, rule ${i + 1}`}
            definition={definition}
            when={rule.when}
            except={measure.key}
            onChange={(when) => set(i, { ...rule, when })}
            refusal={(path) => refusal(`${i}.when.${path}`)}
          />
        </div>
      ))}
      <Button size="sm" onClick={() => onChange([...rules, { level: levels[0] ?? "good", when: [] }])}>
        <Plus aria-hidden className="size-3.5" /> Add a rule
      </Button>
    </fieldset>
  );
}
