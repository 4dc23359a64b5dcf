/** Calendar quarter of a decision.
 * @example quarterOf({ decidedOn: "2026-08-14" }) // → "Q3 2026" */
export function quarterOf({ decidedOn }: { decidedOn: string }): string {
  return `Q${Math.ceil(Number(decidedOn.slice(5, 7)) / 3)} ${decidedOn.slice(0, 4)}`;
}
