import { type CompiledBands, compileBands } from "./band";
import { type Operator, operatorOf } from "./condition";
import type { Definition, Overlay } from "./model";
import { type CompiledScoring, compileScoring } from "./points";
import { roundSix } from "./rounding";

/** A measure ready to run; `absent` are the points of its missing policy, NaN where it is left out. */
export type CompiledMeasure = { key: string; weight: number; scoring: CompiledScoring; absent: number };

/** A guardrail ready to run: conditions by column, the bound that it holds health to, and whether from above. */
export type CompiledGuardrail = {
  /** Bounds are rounded to six decimals; a level's bound is its encoding. */
  when: { column: number; operator: Operator; bound: number }[];
  atMost: boolean;
  bound: number;
  band: number;
  index: number;
};

/** A definition ready to run over columns of encoded readings. */
export type CompiledDefinition = {
  definition: Definition;
  /** The key of every column of readings: the measures in order, then the watched. */
  keys: readonly string[];
  measures: readonly CompiledMeasure[];
  /** Measures by key: the order of every sum, so that the order of measures in a model changes no bit. */
  order: readonly number[];
  totalWeight: number;
  /** The coverage floor, rounded to six decimals. */
  floor: number;
  bands: CompiledBands;
  /** Those that hold from below first. */
  guardrails: readonly CompiledGuardrail[];
  overlay: Overlay;
};

/** A definition made ready to run, for any number of accounts. Throws where nothing has a weight. */
export function compileDefinition(definition: Definition): CompiledDefinition {
  if (definition.measures.length === 0)
    throw new RangeError("compileDefinition requires at least one weighted measure");
  const measures = definition.measures.map(({ key, weight, scoring, missing }) => {
    const compiled = compileScoring(scoring);
    const absent = { exclude: Number.NaN, neutral: 50, worst: compiled.lowest }[missing];
    return { key, weight, scoring: compiled, absent };
  });
  const keyOf = (i: number) => (measures[i] as CompiledMeasure).key;
  const order = measures.map((_, i) => i).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const keys = readingKeys(definition);
  const bands = compileBands(definition.bands);
  return {
    definition,
    keys,
    measures,
    order,
    totalWeight: order.reduce((sum, i) => sum + (measures[i] as CompiledMeasure).weight, 0),
    floor: roundSix(definition.coverageFloor),
    bands,
    guardrails: compileGuardrails(definition, keys, measures, bands),
    overlay: definition.overlay,
  };
}

/** The keys of the readings a definition takes, in column order: its measures, then the watched.
 * @example readingKeys({ measures: [{ key: "csat" }], watched: ["tickets_opened"] }) // → ["csat", "tickets_opened"] */
export function readingKeys(definition: {
  measures: readonly { key: string }[];
  watched: readonly string[];
}): string[] {
  return [...definition.measures.map((measure) => measure.key), ...definition.watched];
}

function compileGuardrails(
  definition: Definition,
  keys: readonly string[],
  measures: readonly CompiledMeasure[],
  bands: CompiledBands,
): CompiledGuardrail[] {
  const compiled = definition.guardrails.map((guardrail, index) => {
    const atMost = guardrail.healthAtMost !== undefined;
    const band = definition.bands.findIndex((b) => b.key === (guardrail.healthAtMost ?? guardrail.healthAtLeast));
    if (band < 0) throw new RangeError("compileDefinition requires guardrails to name bands of the model");
    const when = guardrail.when.map((condition) => {
      const column = keys.indexOf(condition.measure);
      if (column < 0)
        throw new RangeError(`compileDefinition requires a measure ${condition.measure} for its guardrail`);
      const operator = operatorOf(condition);
      const level = measures[column]?.scoring.levels?.indexOf(condition.level ?? "") ?? -1;
      return { column, operator, bound: operator === "level" ? level : roundSix(condition[operator] as number) };
    });
    return { when, atMost, bound: (atMost ? bands.top : bands.from)[band] as number, band, index };
  });
  return [...compiled.filter((guardrail) => !guardrail.atMost), ...compiled.filter((guardrail) => guardrail.atMost)];
}
