import { at } from "./at";
import type { Answers, Segment, Tone } from "./blueprint";
import type { Curve } from "./curve";
import type { Random } from "./prng";

/** From a day on the customer behaves like this. */
export type Spell = { day: number; tone: Tone };

const LEVELS = {
  attendance: { green: [0.96, 0.04], yellow: [0.7, 0.05], red: [0.42, 0.07] },
  load: { green: [0.5, 0.4], yellow: [3, 0.45], red: [7.6, 1.6] },
  onTime: { green: [1, 0.02], yellow: [0.87, 0.05], red: [0.7, 0.06] },
  met: { green: [0.96, 0.05], yellow: [0.66, 0.05], red: [0.42, 0.06] },
  mood: { green: [0.84, 0.06], yellow: [0.6, 0.06], red: [0.36, 0.07] },
} as const satisfies Record<string, Record<Tone, readonly [number, number]>>;

export type Latent = keyof typeof LEVELS;

/** How customers of a tone behave, and how they move from one tone to the next: over some five weeks, not overnight. */
export function latentOf(latent: Latent, spells: readonly Spell[], random: Random): Curve {
  const curve: Array<[number, number]> = [];
  for (const [index, { day, tone }] of spells.entries()) {
    const [middle, spread] = LEVELS[latent][tone];
    const value = Math.max(
      0,
      latent === "load" ? middle + spread * random.normal() : Math.min(1, middle + spread * random.normal()),
    );
    if (index > 0) curve.push([day, at(curve, -1)[1]]);
    curve.push([index > 0 ? day + 35 : day, value]);
  }
  return curve.map(([day, value], i) => [i > 0 ? Math.max(day, at(curve, i - 1)[0] + 1) : day, value] as const);
}

const DRIFT: Record<Tone, number> = { green: 0.006, yellow: -0.008, red: -0.014 };

/** Use over time: an onboarding ramp, then a plateau that drifts with the tone, and a late fall before a bad decision. */
export function usageOf(
  { level, since, from, to }: { level: number; since: number; from: number; to: number },
  spells: readonly Spell[],
  falls: ReadonlyArray<{ day: number; over: number; to: number }>,
  random: Random,
): Curve {
  const curve: Array<readonly [number, number]> = [];
  let factor = 1;
  const begin = Math.max(from - 30, since);
  for (let day = begin; day <= to + 28; day += 14) {
    const ramp = since >= from - 60 ? onboarding(day - since) : 1;
    const tone = [...spells].reverse().find((spell) => spell.day <= day)?.tone ?? at(spells, 0).tone;
    factor *= 1 + DRIFT[tone] * 0.5 + 0.004 * random.normal();
    factor = Math.min(1.07, Math.max(0.86, factor));
    let fall = 1;
    for (const { day: start, over, to: share } of falls) {
      const done = Math.max(0, Math.min(1, (day - start) / over));
      fall *= 1 - done * (1 - share);
    }
    curve.push([day, level * ramp * factor * fall]);
  }
  return curve;
}

/** Share of the later plateau reached so many days after the start: a slow first month, quick second, then levelling. */
function onboarding(age: number): number {
  return 0.06 + 0.94 / (1 + Math.exp(-(age - 38) / 11));
}

const ANSWERS: Record<Tone, readonly Answers[]> = {
  green: [
    ["active", "active", "defensible"],
    ["active", "active", "in_development"],
    ["active", "active", "in_development"],
    ["active", "lapsed", "defensible"],
  ],
  yellow: [
    ["at_risk", "active", "in_development"],
    ["active", "lapsed", "in_development"],
    ["at_risk", "lapsed", "in_development"],
    ["active", "none", "in_development"],
    ["at_risk", "lapsed", "defensible"],
  ],
  red: [
    ["missing", "lapsed", "in_development"],
    ["missing", "none", "in_development"],
    ["at_risk", "none", "missing"],
    ["missing", "lapsed", "missing"],
  ],
};

/** Answers of a people band; small customers have no executive sponsor to ask for. */
export function answersOf(tone: Tone, segment: Segment, random: Random): Answers {
  if (segment === "SMB" && random.chance(0.6)) {
    if (tone === "green")
      return random.chance(0.4) ? ["active", "n/a", "defensible"] : ["active", "n/a", "in_development"];
    if (tone === "yellow")
      return random.chance(0.5) ? ["at_risk", "n/a", "in_development"] : ["active", "n/a", "missing"];
    return random.chance(0.5) ? ["missing", "n/a", "in_development"] : ["missing", "n/a", "missing"];
  }
  return random.pick(ANSWERS[tone]);
}
