import { type Calibration, calibrationOf } from "@/lib/core/validation/calibration-of";
import type { Judged } from "@/lib/core/validation/judged";

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
  cases: readonly Judged[],
  mayShow: (personId: number) => boolean,
): { personId: number; name: string; cards: number; calibration: Calibration | null }[] {
  const byAuthor = new Map<number, Judged[]>();
  for (const one of cases) {
    const { author } = one.decision;
    if (author && one.peopleTone > 0 && mayShow(author.id))
      byAuthor.set(author.id, [...(byAuthor.get(author.id) ?? []), one]);
  }
  return [...byAuthor]
    .map(([personId, of]) => ({
      personId,
      name: of[0]?.decision.author?.name ?? "",
      cards: of.length,
      calibration: calibrationOf(of.map(({ peopleTone, bad }) => ({ saidGreen: peopleTone === 3, stayed: !bad }))),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
