import type { SliceTerm } from "./shift-slices";

const DIMENSIONS: Record<string, string> = {
  segment: "Segment",
  industry: "Industry",
  region: "Region",
  source: "Source",
  stage: "Stage",
  csm: "CSM",
  am: "Account manager",
};
/** Dimensions whose values speak for themselves. */
const PLAIN = ["segment", "industry", "region"];

/** What a dimension of slices is called; an attribute by its key.
 * @example dimensionWords("attribute:product_version") // → "Product version"
 * @example dimensionWords("csm") // → "CSM" */
export function dimensionWords(dimension: string): string {
  const key = dimension.replace(/^attribute:/, "").replaceAll("_", " ");
  return DIMENSIONS[dimension] ?? key.charAt(0).toUpperCase() + key.slice(1);
}

/** A slice in words, values that speak for themselves first.
 * @example sliceWords([{ dimension: "attribute:product_version", value: "v5" }, { dimension: "segment", value: "Mid-market" }]) // → "Mid-market with product version v5"
 * @example sliceWords([{ dimension: "csm", value: "Jonas Weller" }]) // → "CSM Jonas Weller" */
export function sliceWords(terms: readonly SliceTerm[]): string {
  const isPlain = ({ dimension }: SliceTerm) => PLAIN.includes(dimension);
  const plain = terms.filter(isPlain).map(({ value }) => value);
  const other = terms.filter((term) => !isPlain(term)).map(({ dimension, value }) => `${lower(dimension)} ${value}`);
  if (plain.length > 0 && other.length > 0) return `${plain.join(", ")} with ${other.join(" and ")}`;
  return [...plain, ...other].join(" and ");
}

function lower(dimension: string): string {
  const words = dimensionWords(dimension);
  return words === "CSM" ? words : words.charAt(0).toLowerCase() + words.slice(1);
}
