import { addDays, type Day } from "@/lib/core/calendar";
import { DEFAULT_BANDS, type Tone } from "@/lib/core/health/bands";
import type { BandDay } from "@/lib/core/playbook/band-day";
import { bandStateAfter, newBandState } from "@/lib/core/playbook/band-state";
import { type Clock, type ClockFacts, NO_FACTS } from "@/lib/core/playbook/clock";
import { clocksOf } from "@/lib/core/playbook/clocks-of";
import { playbooksByTone } from "@/lib/core/playbook/playbook-of";
import { PLAYBOOKS } from "@/lib/core/playbook/playbooks";

const HEALTH: Record<Tone, number> = { green: 85, yellow: 60, red: 40 };
export const playbooks = playbooksByTone(PLAYBOOKS, DEFAULT_BANDS, null, null);

/** Daily runs from a day on: so many in each tone, with what else is said of them. */
export function daily(
  from: Day,
  ...stretches: [tone: Tone | null, days: number, more?: Partial<BandDay>][]
): BandDay[] {
  const rows: BandDay[] = [];
  for (const [tone, days, more] of stretches)
    for (let i = 0; i < days; i++) {
      const by = i === 0 ? (more?.by ?? "data") : "data";
      const health = tone === null ? null : HEALTH[tone];
      rows.push({ day: addDays(from, rows.length), tone, health, published: true, ...more, by });
    }
  return rows;
}

/** The clocks of a history as of its last day, or an earlier one. */
export function clocksAfter(
  rows: readonly BandDay[],
  { facts = {}, today, goLive }: { facts?: Partial<ClockFacts>; today?: Day; goLive?: Day } = {},
): Clock[] {
  const on = today ?? (rows.at(-1) as BandDay).day;
  const known = rows.filter(({ day }) => day <= on);
  const state = bandStateAfter(newBandState(goLive ?? (rows[0] as BandDay).day), known);
  return clocksOf({ state, facts: { ...NO_FACTS, ...facts }, playbooks, today: on });
}

/** The clock of a rule, the last where there are several; throws where there is none. */
export function clockNamed(clocks: readonly Clock[], name: string): Clock {
  const found = clocks.findLast(({ tone, key }) => (tone ? `${tone}.${key}` : key) === name);
  if (!found) throw new Error(`no clock ${name}`);
  return found;
}
