import { addDays, type Day } from "@/lib/core/calendar";
import type { Tone } from "@/lib/core/health/bands";
import { ACT_KINDS, type ActKind } from "@/lib/core/playbook/act";
import type { BandDay, ChangedBy } from "@/lib/core/playbook/band-day";
import { type ClockFacts, NO_FACTS } from "@/lib/core/playbook/clock";

/** Random numbers from a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const toneOf = (health: number): Tone => (health >= 75 ? "green" : health >= 50 ? "yellow" : "red");

/** A year as it could happen: health that drifts and flaps across edges, days without a run or without enough data, cards,
 * guardrails, models, lifts; owners that change, plans, reviews, decisions. */
export function randomYear(seed: number, firstDay: Day, days = 365): { rows: BandDay[]; facts: ClockFacts } {
  const random = randomOf(seed);
  const chance = (share: number) => random() < share;
  const rows: BandDay[] = [];
  const isCalm = chance(0.3);
  const volatility = isCalm ? 0.5 : random() ** 2 * 8;
  let health = 20 + random() * 75;
  let [dark, lift, drift, modelShift] = [0, 0, 0, 0];
  for (let i = 0; i < days; i++) {
    if (!isCalm && chance(0.02)) drift = (random() - 0.5) * 3;
    health = Math.min(97, Math.max(8, health + drift + (random() - 0.5) * volatility));
    let by: ChangedBy = chance(0.06) ? "scorecard" : chance(0.03) ? "guardrail" : chance(0.02) ? "calendar" : "data";
    if (by === "scorecard" || by === "guardrail")
      health = Math.min(97, Math.max(8, health + (random() - 0.5) * (isCalm ? 3 : 30)));
    if (chance(0.012)) {
      by = "model";
      modelShift = (random() - 0.5) * (isCalm ? 3 : 30);
    }
    if (dark > 0) dark--;
    else if (chance(isCalm ? 0.002 : 0.01)) dark = Math.floor(random() * 20);
    if (lift > 0) lift--;
    else if (health < 50 && chance(0.01)) lift = Math.floor(random() * 25);
    if (chance(0.02)) continue;
    const shown = Math.round(Math.min(100, Math.max(0, health + modelShift)) * 10) / 10;
    const none = dark > 0 || chance(0.01);
    const isLift = lift > 0 && toneOf(shown) === "red";
    rows.push({
      day: addDays(firstDay, i),
      tone: none ? null : isLift ? "green" : toneOf(shown),
      health: none ? null : shown,
      by,
      published: !chance(0.02),
      band: none ? null : shown >= 75 ? 0 : shown >= 62 ? 1 : shown >= 50 ? 2 : 3,
      ...(isLift ? { measuredTone: "red" as const, liftUnreviewed: true } : {}),
      ...(chance(0.02) ? { rescoringAccepted: true } : {}),
    });
  }
  return { rows, facts: randomFacts(random, firstDay, days) };
}

function randomFacts(random: () => number, firstDay: Day, days: number): ClockFacts {
  const day = () => addDays(firstDay, Math.floor(random() * days));
  const some = <Item>(most: number, item: () => Item) => Array.from({ length: Math.floor(random() * most) }, item);
  const diligence = random() ** 2 * 40;
  return {
    ...NO_FACTS,
    leftBookOn: random() < 0.1 ? day() : null,
    ownerChanges: some(4, () => ({ day: day(), role: random() < 0.6 ? ("csm" as const) : ("manager" as const) })),
    acts: some(diligence, () => ({
      day: day(),
      kind: ACT_KINDS[Math.floor(random() * ACT_KINDS.length)] as ActKind,
    })),
    decisions: some(3, () => {
      const on = day();
      const isInvest = random() < 0.7;
      return {
        ...{ day: on, choice: isInvest ? ("invest" as const) : ("accept" as const) },
        newDate: isInvest ? addDays(on, 1 + Math.floor(random() * 120)) : null,
      };
    }),
    plans: some(4, () => {
      const openedOn = day();
      const completeOn = random() < 0.8 ? addDays(openedOn, Math.floor(random() * 10)) : null;
      const closedOn = random() < 0.6 ? addDays(openedOn, Math.floor(random() * 60)) : null;
      const kind = random() < 0.6 ? ("action" as const) : ("recovery" as const);
      return { id: 1, kind, openedOn, completeOn, closedOn, nextStepOn: null };
    }),
  };
}
