import type { Day } from "@/lib/core/calendar";
import { daysBetween } from "@/lib/core/calendar";
import type { Band } from "@/lib/core/health/bands";
import { trendOf } from "@/lib/core/health/trend";
import type { Share } from "@/lib/core/validation/wilson";
import { type Effect, effectOf, type Followed } from "./effect";
import { redsRecovered } from "./reds-recovered";
import { FOLLOWED, isRecovered, type Stay, stayAge } from "./stay";
import { yellowsPlanned } from "./yellows-planned";

/** A share with the stays that it counts and those that it does not, as places in the list of stays. */
export type ShareFigure = { share: Share | null; hits: number[]; misses: number[]; waiting: number };
/** A comparison with the stays behind it; `key` is a cause or a play, "all" for every plan. */
export type EffectFigure = {
  key: string;
  effect: Effect | null;
  treated: number[];
  untreated: number[];
  /** Of the untreated, how many got a plan later: they make the difference look smaller. */
  workedLater: number;
};
export type EffectFigures = {
  yellows: ShareFigure;
  reds: ShareFigure;
  all: EffectFigure;
  causes: EffectFigure[];
  plays: EffectFigure[];
};

/** What came of plans on a book's stays below green. Yellows with a plan within 7 days; reds recovered 90 days later; and those
 * with a plan by day 14 against comparable ones without. To compare like with like, the comparison takes stays that lasted past
 * day 14 and began 90 days ago or longer, and each account once: its first of them. Source: PRODUCT, measured. */
export function effectFigures(
  stays: readonly Stay[],
  { today, bands }: { today: Day; bands: readonly Band[] },
): EffectFigures {
  const compared = comparedStays(stays, today);
  const followed = new Map(compared.map((place) => [place, followedOf(stays[place] as Stay, place, bands)]));
  const worked = compared.filter((place) => followed.get(place)?.treated);
  const figure = (key: string, treated: readonly number[]): EffectFigure => {
    const untreated = compared.filter((place) => !followed.get(place)?.treated);
    const effect = effectOf([...treated, ...untreated].map((place) => followed.get(place) as Followed));
    const pairs = effect?.matched ?? [];
    return {
      ...{ key, effect },
      treated: pairs.map((pair) => pair.treated),
      untreated: pairs.map((pair) => pair.untreated),
      workedLater: pairs.filter((pair) => stays[pair.untreated]?.planAfter !== null).length,
    };
  };
  const by = (read: (stay: Stay) => string | null) =>
    [...new Set(worked.flatMap((place) => read(stays[place] as Stay) ?? []))].sort().map((key) =>
      figure(
        key,
        worked.filter((place) => read(stays[place] as Stay) === key),
      ),
    );
  return {
    yellows: yellowsFigure(stays, today),
    reds: redsFigure(stays, today),
    all: figure("all", worked),
    causes: by(({ cause }) => cause),
    plays: by(({ play }) => play),
  };
}

function yellowsFigure(stays: readonly Stay[], today: Day, within = 7): ShareFigure {
  const facts = (stay: Stay) => ({
    planAfter: stay.planAfter,
    leftAfter: stay.leftOn === null ? null : daysBetween(stay.enteredOn, stay.leftOn),
    age: stayAge(stay, today),
  });
  const yellow = places(stays, ({ tone }) => tone === "yellow");
  const isPlanned = (place: number) => ((stays[place] as Stay).planAfter ?? Number.POSITIVE_INFINITY) <= within;
  const judged = yellow.filter((place) => yellowsPlanned([facts(stays[place] as Stay)], within) !== null);
  const share = yellowsPlanned(
    yellow.map((place) => facts(stays[place] as Stay)),
    within,
  );
  return { share, ...split(judged, isPlanned), waiting: yellow.length - judged.length };
}

function redsFigure(stays: readonly Stay[], today: Day): ShareFigure {
  const facts = (stay: Stay) => ({ ...stay, age: stayAge(stay, today), scoreThen: stay.score });
  const red = places(stays, ({ tone }) => tone === "red");
  const judged = red.filter((place) => redsRecovered([facts(stays[place] as Stay)]) !== null);
  const share = redsRecovered(red.map((place) => facts(stays[place] as Stay)));
  return { share, ...split(judged, (place) => isRecovered(stays[place] as Stay)), waiting: red.length - judged.length };
}

/** Places of the stays that can be compared: old enough, longer than it takes to be worked, the first of each account. */
function comparedStays(stays: readonly Stay[], today: Day): number[] {
  const { plannedBy, judgedAfter } = FOLLOWED;
  const first = new Map<number, number>();
  for (const [place, stay] of stays.entries()) {
    const lasted = stay.leftOn ? daysBetween(stay.enteredOn, stay.leftOn) : Number.POSITIVE_INFINITY;
    if (lasted <= plannedBy || stayAge(stay, today) < judgedAfter) continue;
    const other = stays[first.get(stay.accountId) ?? -1];
    if (!other || stay.enteredOn < other.enteredOn) first.set(stay.accountId, place);
  }
  return [...first.values()].sort((a, b) => a - b);
}

function followedOf(stay: Stay, id: number, bands: readonly Band[]): Followed {
  return {
    ...{ id, tone: stay.tone, segment: stay.segment, health: stay.health },
    trend: trendOf(bands, stay.health, stay.healthBefore)?.direction ?? null,
    arrCents: stay.arrCents ?? 0,
    treated: stay.planAfter !== null && stay.planAfter <= FOLLOWED.plannedBy,
    good: isRecovered(stay),
  };
}

function places(stays: readonly Stay[], holds: (stay: Stay) => boolean): number[] {
  return stays.flatMap((stay, place) => (holds(stay) ? [place] : []));
}

function split(judged: readonly number[], isHit: (place: number) => boolean) {
  return { hits: judged.filter(isHit), misses: judged.filter((place) => !isHit(place)) };
}
