/** A band's key as a word: "at_risk" → "At risk". */
export function bandName(key: string): string {
  const words = key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
