import * as business from "./business";
import * as commercial from "./commercial";
import { customMeasure } from "./custom";
import * as engagement from "./engagement";
import type { Measure } from "./measure";
import * as modules from "./modules";
import * as onboarding from "./onboarding";
import * as outcomes from "./outcomes";
import * as seats from "./seats";
import * as sentiment from "./sentiment";
import * as stakeholders from "./stakeholders";
import * as support from "./support";
import * as usage from "./usage";
import * as usageTrends from "./usage-trends";

const FAMILIES = [
  usage,
  usageTrends,
  modules,
  engagement,
  support,
  commercial,
  seats,
  stakeholders,
  business,
  sentiment,
  outcomes,
  onboarding,
];

/** Every shipped measure by its key, family by family. */
export const MEASURES: Readonly<Record<string, Measure>> = Object.fromEntries(
  FAMILIES.flatMap((family) => Object.values<Measure>(family)).map((measure) => [measure.key, measure]),
);

/** The measure of a key, shipped or custom; `levels` names the texts of an attribute. Throws, by name, on an unknown key.
 * @example measureOf("severity_load").unit // → "per 100 seats" */
export function measureOf(key: string, levels?: readonly string[]): Measure {
  const measure = isMeasure(key) ? (MEASURES[key] ?? customMeasure(key, levels)) : null;
  if (!measure) throw new RangeError(`measureOf knows no measure "${key}"`);
  return measure;
}

/** Whether a key names a measure that signals can give, shipped or custom.
 * @example isMeasure("vibes") // → false */
export function isMeasure(key: string): boolean {
  return Object.hasOwn(MEASURES, key) || customMeasure(key) !== null;
}
