/** The single letters that do something in lists, and what. */
export const LETTER_KEYS: Readonly<Record<string, string>> = {
  j: "Next row",
  k: "Previous row",
  o: "Open the row",
  x: "Choose or let go of the row",
  e: "Done",
  h: "Snooze",
  p: "Plan",
  n: "Note",
  s: "Scorecard",
  a: "Owner",
  l: "Log a review",
  c: "Copy the account's address",
  u: "Change between accounts and ARR",
  t: "Change between chart and table",
};

/** The first letter that would do two things at once where keys are put elsewhere; null where none does. `map` holds the
 * usual letter and the one pressed in its place; g begins the keys of screens and stays free.
 * @example clashingLetter({ e: "d" }) // → null
 * @example clashingLetter({ e: "k" }) // → "k" */
export function clashingLetter(map: Readonly<Record<string, string>>): string | null {
  const taken = new Set(["g"]);
  for (const letter of Object.keys(LETTER_KEYS)) {
    const pressed = map[letter] ?? letter;
    if (taken.has(pressed)) return pressed;
    taken.add(pressed);
  }
  return null;
}
