import type { SliceTerm } from "./shift-slices";

/** A slice as an address says it: each condition as its dimension, ~ and its value, between |.
 * @example sliceAddress([{ dimension: "segment", value: "Mid-market" }, { dimension: "csm", value: "A|B" }]) // → "segment~Mid-market|csm~A%7CB" */
export function sliceAddress(terms: readonly SliceTerm[]): string {
  return terms.map(({ dimension, value }) => `${dimension}~${value.replaceAll("|", "%7C")}`).join("|");
}

/** What an address says; conditions that cannot be read are left out.
 * @example sliceOfAddress("segment~Mid-market|nonsense") // → [{ dimension: "segment", value: "Mid-market" }] */
export function sliceOfAddress(text: string): SliceTerm[] {
  return text.split("|").flatMap((term) => {
    const at = term.indexOf("~");
    return at > 0 ? [{ dimension: term.slice(0, at), value: term.slice(at + 1).replaceAll("%7C", "|") }] : [];
  });
}

/** Whether an account with these values is in a slice.
 * @example isInSlice({ segment: "SMB" }, [{ dimension: "segment", value: "SMB" }]) // → true */
export function isInSlice(values: Readonly<Record<string, string>>, terms: readonly SliceTerm[]): boolean {
  return terms.every(({ dimension, value }) => values[dimension] === value);
}
