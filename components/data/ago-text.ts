/** Minutes as people say them: agoText(0) → "just now", agoText(95) → "1 h ago", agoText(4400) → "3 d ago". */
export function agoText(minutes: number): string {
  return minutes < 1 ? "just now" : `${spanText(minutes)} ago`;
}

/** agoText without its direction: spanText(59) → "59 min", spanText(120) → "2 h", spanText(4400) → "3 d". */
export function spanText(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} d`;
}
