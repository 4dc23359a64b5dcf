import type { z } from "zod";
import type { Condition } from "./condition";
import type { Definition, Measure } from "./model";
import { compileScoring } from "./points";

type Path = (string | number)[];

/** Refuses, by name, what no single field of a definition can show: repeated keys, points that are not finite, conditions
 * and guardrails on unknown measures, levels or bands. */
export function refuseDefinition(definition: Definition, ctx: z.RefinementCtx): void {
  const refuse = (message: string, path: Path) => ctx.addIssue({ code: "custom", message, path });
  const seen = new Set<string>();
  const isSound = ctx.issues.length === 0;
  let largest = 0;
  for (const [i, measure] of definition.measures.entries()) {
    if (seen.has(measure.key)) refuse(`measures repeat the key ${measure.key}`, ["measures", i, "key"]);
    seen.add(measure.key);
    const { lowest, highest } = compileScoring(measure.scoring);
    largest += measure.weight * Math.max(100, Math.abs(lowest), Math.abs(highest));
    if (isSound && !Number.isFinite(largest)) refuse("weights × points must stay finite", ["measures", i, "weight"]);
    refuseLevelRules(definition, measure, (message, path) => refuse(message, ["measures", i, "conditions", ...path]));
  }
  for (const [i, key] of definition.watched.entries()) {
    if (seen.has(key)) refuse(`watched repeats the key ${key}`, ["watched", i]);
    seen.add(key);
  }
  for (const [i, guardrail] of definition.guardrails.entries()) {
    for (const [j, condition] of guardrail.when.entries()) {
      const path = ["guardrails", i, "when", j];
      if (!seen.has(condition.measure)) refuse(`guardrail: unknown measure ${condition.measure}`, [...path, "measure"]);
      else refuseCondition(definition, condition, (message) => refuse(`guardrail: ${message}`, path));
    }
    const side = guardrail.healthAtMost === undefined ? "healthAtLeast" : "healthAtMost";
    if (!definition.bands.some((band) => band.key === guardrail[side]))
      refuse(`guardrail: unknown band ${guardrail[side]}`, ["guardrails", i, side]);
  }
}

function refuseLevelRules(
  definition: Definition,
  measure: Measure,
  refuse: (message: string, path: Path) => void,
): void {
  if (!measure.conditions) return;
  if (measure.scoring.type !== "levels") {
    refuse(`${measure.key}: only a measure scored by levels has conditions`, []);
    return;
  }
  for (const [i, rule] of measure.conditions.entries()) {
    if (!Object.hasOwn(measure.scoring.levels, rule.level))
      refuse(`${measure.key}: unknown level ${rule.level}`, [i, "level"]);
    for (const [j, condition] of rule.when.entries()) {
      if (condition.measure === measure.key)
        refuse(`${measure.key}: a condition cannot ask for the level it makes`, [i, "when", j, "measure"]);
      else if (definition.measures.some((other) => other.key === condition.measure))
        refuseCondition(definition, condition, (message) => refuse(message, [i, "when", j]));
    }
  }
}

function refuseCondition(definition: Definition, condition: Condition, refuse: (message: string) => void): void {
  const scoring = definition.measures.find((measure) => measure.key === condition.measure)?.scoring;
  if (scoring?.type !== "levels") {
    if (condition.level !== undefined) refuse(`${condition.measure} is a number and has no level ${condition.level}`);
  } else if (condition.level === undefined) {
    refuse(`${condition.measure} has levels: its condition names one`);
  } else if (!Object.hasOwn(scoring.levels, condition.level)) {
    refuse(`unknown level ${condition.level} of ${condition.measure}`);
  }
}
