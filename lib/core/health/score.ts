import { MISSING, NONE } from "@/lib/core/measures/reading";
import { bandIndexOf } from "./band";
import type { Band } from "./bands";
import { type CompiledDefinition, type CompiledMeasure, compileDefinition } from "./compile-definition";
import type { Definition } from "./model";
import { pointsOf } from "./points";
import { apiNumber, roundSix } from "./rounding";
import { scoreColumns } from "./score-columns";

/** A reading as people and programs write it: a number, a level's name, null for missing, or known to be none. */
export type Reading = number | string | null | { none: true };

/** What one measure adds: contribution = weight × points / Σ counting weights; 0 where it does not count. */
export type Contribution = {
  key: string;
  reading: Reading;
  points: number | null;
  weight: number;
  share: number;
  contribution: number;
};

export type ScoredAccount = {
  /** To one decimal, as the API gives it; null where nothing counts. */
  score: number | null;
  exact: number | null;
  /** The sum before it is held to 0–100. */
  raw: number | null;
  coverage: number;
  interval: [low: number, high: number] | null;
  /** Null means insufficient data: below the coverage floor, or nothing counts. */
  band: Band | null;
  contributions: Contribution[];
  /** The readings in column order, encoded. */
  encoded: Float64Array;
};

/** The score of one account, with all that it is made of.
 * score = Σ weight × points / Σ weight over the measures that count, held to 0–100; a missing measure is left out, or counts
 * 50, or its function's worst, by its policy. Contributions sum to raw. Below the coverage floor there is no band.
 * Readings left out are missing; unknown keys and levels, and numbers that are not finite, are refused by name.
 * Source: PRODUCT, the score. */
export function scoreAccount(
  definition: Definition | CompiledDefinition,
  readings: Readonly<Record<string, Reading>>,
): ScoredAccount {
  const compiled = compiledOf(definition);
  return scoreEncoded(compiled, encodeReadings(compiled, readings));
}

/** The same from a row of encoded readings in the definition's column order, as runs store them. */
export function scoreEncoded(compiled: CompiledDefinition, encoded: Float64Array): ScoredAccount {
  const columns = scoreColumns(
    compiled,
    Array.from(encoded, (reading) => Float64Array.of(reading)),
    1,
  );
  const at = (column: Float64Array): number | null => {
    const value = column[0] as number;
    return Number.isNaN(value) ? null : value;
  };
  const [exact, coverage, low, high] = [
    at(columns.score),
    columns.coverage[0] as number,
    at(columns.low),
    at(columns.high),
  ];
  const band = exact !== null && isEnough(compiled, coverage) ? bandIndexOf(compiled.bands, exact) : -1;
  return {
    score: exact === null ? null : apiNumber(exact),
    exact,
    raw: at(columns.raw),
    coverage,
    interval: low === null || high === null ? null : [low, high],
    band: compiled.bands.bands[band] ?? null,
    contributions: contributionsOf(compiled, encoded),
    encoded,
  };
}

/** Whether coverage reaches a definition's floor, both rounded to six decimals.
 * @example isEnough({ floor: 0.7 }, 0.6999999999) // → true */
export function isEnough(compiled: { floor: number }, coverage: number): boolean {
  return roundSix(coverage) >= compiled.floor;
}

/** A definition made ready to run, unless it is already. */
export function compiledOf(definition: Definition | CompiledDefinition): CompiledDefinition {
  return "totalWeight" in definition ? definition : compileDefinition(definition);
}

function contributionsOf(compiled: CompiledDefinition, encoded: Float64Array): Contribution[] {
  const points = compiled.measures.map(({ scoring, absent }, i) => {
    const present = pointsOf(scoring, encoded[i] as number);
    return Number.isNaN(present) ? absent : present;
  });
  let counting = 0;
  for (const i of compiled.order)
    if (!Number.isNaN(points[i])) counting += (compiled.measures[i] as CompiledMeasure).weight;
  return compiled.measures.map(({ key, weight }, i) => {
    const s = points[i] as number;
    const reading = decodeReading(compiled, i, encoded[i] as number);
    if (Number.isNaN(s)) return { key, reading, points: null, weight, share: 0, contribution: 0 };
    return { key, reading, points: s, weight, share: weight / counting, contribution: (weight * s) / counting };
  });
}

/** Readings by key as a row of encoded numbers in the definition's column order; keys left out are missing.
 * Refuses unknown keys and levels, levels for numbers, numbers for levels, and numbers that are not finite. */
export function encodeReadings(
  definition: Definition | CompiledDefinition,
  readings: Readonly<Record<string, Reading>>,
): Float64Array {
  const compiled = compiledOf(definition);
  for (const key of Object.keys(readings))
    if (!compiled.keys.includes(key)) throw new RangeError(`readings: unknown measure ${key}`);
  return Float64Array.from(compiled.keys, (key, column) => {
    const reading = Object.hasOwn(readings, key) ? readings[key] : null;
    return encodeReading(compiled, column, reading ?? null);
  });
}

function encodeReading(compiled: CompiledDefinition, column: number, reading: Reading): number {
  if (reading === null) return MISSING;
  if (typeof reading === "object") return NONE;
  const key = compiled.keys[column];
  const levels = compiled.measures[column]?.scoring.levels ?? null;
  if (typeof reading === "string") {
    if (!levels) throw new RangeError(`readings: ${key} is a number, got "${reading}"`);
    const level = levels.indexOf(reading);
    if (level < 0) throw new RangeError(`readings: unknown level ${reading} of ${key}`);
    return level;
  }
  if (levels) throw new RangeError(`readings: ${key} has levels (${levels.join(", ")}), got ${reading}`);
  if (!Number.isFinite(reading)) throw new RangeError(`readings: ${key} must be a finite number, got ${reading}`);
  return reading;
}

/** An encoded reading as people write it: level indexes become their names. */
export function decodeReading(compiled: CompiledDefinition, column: number, encoded: number): Reading {
  if (encoded === NONE) return { none: true };
  if (!Number.isFinite(encoded)) return null;
  const levels = compiled.measures[column]?.scoring.levels ?? null;
  return levels ? (levels[encoded] ?? null) : encoded;
}
