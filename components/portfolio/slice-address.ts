import type { SliceTerm } from "@/lib/core/portfolio/shift-slices";

/** A slice as an address says it: each condition as its dimension, ~ and its value, between |. */
export function sliceAddress(terms: readonly SliceTerm[]): string {
  return terms.map(({ dimension, value }) => `${dimension}~${value.replaceAll("|", "%7C")}`).join("|");
}

/** What an address says; conditions that cannot be read are left out. */
export function sliceOfAddress(text: string): SliceTerm[] {
  return text.split("|").flatMap((term) => {
    const at = term.indexOf("~");
    return at > 0 ? [{ dimension: term.slice(0, at), value: term.slice(at + 1).replaceAll("%7C", "|") }] : [];
  });
}

/** Whether an account with these values is in a slice. */
export function isInSlice(values: Readonly<Record<string, string>>, terms: readonly SliceTerm[]): boolean {
  return terms.every(({ dimension, value }) => values[dimension] === value);
}
