import { DEFAULT_TEMPLATE } from "./default-model";
import { FIVE_COMPONENT } from "./five-component";
import { FOUR_QUARTERS } from "./four-quarters";
import { LEADING_INDICATORS } from "./leading-indicators";
import { RISK_BASED } from "./risk-based";
import { SEGMENT_SPECIFIC } from "./segment-specific";
import { SIMPLE_AVERAGE } from "./simple-average";
import type { Template } from "./template";
import { WEIGHTED_TEN_POINT } from "./weighted-ten-point";

/** The models shipped, the default first. */
export const TEMPLATES: readonly Template[] = [
  DEFAULT_TEMPLATE,
  FIVE_COMPONENT,
  WEIGHTED_TEN_POINT,
  SIMPLE_AVERAGE,
  RISK_BASED,
  SEGMENT_SPECIFIC,
  LEADING_INDICATORS,
  FOUR_QUARTERS,
];

/** The shipped model of that key. Throws on an unknown key.
 * @example templateOf("default").model.definitions.default.measures.length // → 6 */
export function templateOf(key: string): Template {
  const template = TEMPLATES.find((candidate) => candidate.key === key);
  if (!template) throw new RangeError(`templateOf knows no template "${key}"`);
  return template;
}
