import type { DecidedCase } from "@/db/queries/divergences/list-past-cases";
import { type Calibration, calibrationOf } from "@/lib/core/validation/calibration-of";

const DISAGREED: Record<string, string> = {
  agree: "They agreed",
  "hidden_risk severe": "Hidden risk, two bands",
  "hidden_risk mild": "Hidden risk, one band",
  "false_alarm severe": "False alarm, two bands",
  "false_alarm mild": "False alarm, one band",
};
const ORDER = Object.keys(DISAGREED);

export function disagreedWords(key: string): string {
  return DISAGREED[key] ?? key;
}

/** Those that agreed first, then hidden risks and false alarms. */
export function inOrder<Row extends { key: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => ORDER.indexOf(a.key) - ORDER.indexOf(b.key));
}

/** Each author's decided cards, in the order of names; those of the viewer alone unless `all` may be shown. */
export function calibrations(
  cases: readonly DecidedCase[],
  mayShow: (personId: number) => boolean,
): { personId: number; name: string; cards: number; calibration: Calibration | null }[] {
  const byAuthor = new Map<number, DecidedCase[]>();
  for (const one of cases)
    if (one.authorId !== null && one.peopleTone > 0 && mayShow(one.authorId))
      byAuthor.set(one.authorId, [...(byAuthor.get(one.authorId) ?? []), one]);
  return [...byAuthor]
    .map(([personId, of]) => ({
      personId,
      name: of[0]?.author ?? "",
      cards: of.length,
      calibration: calibrationOf(of.map(({ peopleTone, bad }) => ({ saidGreen: peopleTone === 3, stayed: !bad }))),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
