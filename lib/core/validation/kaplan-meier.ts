import { Z95 } from "./wilson";

/** An account watched for so many days: until it churned, or until nothing more is known of it (censored). */
export type Watched = { days: number; churned: boolean };

export type SurvivalStep = {
  /** From this day on. */
  day: number;
  atRisk: number;
  churned: number;
  /** Of all, the share that is still there, with its 95% interval; null where nobody is left to say. */
  stayed: number;
  error: number;
  low: number | null;
  high: number | null;
};

/** Kaplan–Meier: the share still there after each day on which somebody churned, Π(1 − churned ÷ atRisk). Who is censored on a day
 * was at risk on it. The error is Greenwood's, stayed · √Σ churned ÷ (atRisk · (atRisk − churned)); the interval is on log(−log) of
 * the share, so that it stays within 0–1. Nobody churned: no steps. Throws on days that are no numbers or below 0.
 * Source: Kaplan & Meier 1958; Greenwood 1926; Kalbfleisch & Prentice 2002; as R's survfit(conf.type = "log-log").
 * @example kaplanMeier([{ days: 5, churned: true }, { days: 8, churned: false }]).map(({ day, stayed }) => [day, stayed]) // → [[5, 0.5]]
 * @example kaplanMeier([{ days: 8, churned: false }]) // → [] */
export function kaplanMeier(watched: readonly Watched[]): SurvivalStep[] {
  if (!watched.every(({ days }) => days >= 0 && days < Infinity))
    throw new RangeError("kaplanMeier requires days of 0 or more");
  const sorted = watched.toSorted((a, b) => a.days - b.days);
  const steps: SurvivalStep[] = [];
  let [stayed, sum] = [1, 0];
  for (let start = 0; start < sorted.length; ) {
    const day = (sorted[start] as Watched).days;
    let [end, churned] = [start, 0];
    for (; sorted[end]?.days === day; end++) if (sorted[end]?.churned) churned++;
    const atRisk = sorted.length - start;
    start = end;
    if (churned === 0) continue;
    stayed *= 1 - churned / atRisk;
    sum += churned / (atRisk * (atRisk - churned));
    steps.push({ ...{ day, atRisk, churned, stayed }, ...intervalOf(stayed, sum) });
  }
  return steps;
}

function intervalOf(stayed: number, sum: number): { error: number; low: number | null; high: number | null } {
  if (stayed <= 0) return { error: 0, low: null, high: null };
  const spread = Math.exp((Z95 * Math.sqrt(sum)) / Math.log(stayed));
  return { error: stayed * Math.sqrt(sum), low: stayed ** (1 / spread), high: stayed ** spread };
}
