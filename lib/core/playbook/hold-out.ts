import { addDays, type Day } from "@/lib/core/calendar";
import { seeded } from "@/lib/core/forecast/seeded";
import { type Effect, effectOfHoldOut } from "./effect";
import { FOLLOWED, isRecovered, type Stay } from "./stay";

/** An account for which a play was chosen that holds out a half: on which side chance put it, and what came of it. */
export type Draw = Pick<Stay, "accountId" | "score" | "toneAfter" | "scoreAfter" | "renewed" | "lost"> & {
  play: string;
  drawnOn: Day;
  held: boolean;
};

/** What a play's hold-out shows, with the draws behind it as places in their list: `waiting` are too late to be judged. */
export type HoldOutFigure = { play: string; effect: Effect | null } & Record<"worked" | "held" | "waiting", number[]>;

/** Whether chance holds an account out of a play: every other one, by nobody's choice, and the same however often it is asked, so
 * that nobody asks again until they like the answer.
 * @example isHeldOut("re_engage", 7) === isHeldOut("re_engage", 7) // → true */
export function isHeldOut(play: string, accountId: number): boolean {
  let seed = accountId;
  for (const character of play) seed = (Math.imul(seed, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return seeded(seed)() < 0.5;
}

/** Up to which day an account that was held out stays so: the day on which both sides are judged.
 * @example heldOutUntil("2026-11-30") // → "2027-02-28" */
export function heldOutUntil(drawnOn: Day): Day {
  return addDays(drawnOn, FOLLOWED.judgedAfter);
}

/** What plays that hold out a half brought about: of those drawn 90 days ago or longer, how many recovered on either side, whatever
 * was done with them later. Only this comparison is called causal. Source: PRODUCT, measured.
 * @example holdOutFigures([], "2026-11-30") // → [] */
export function holdOutFigures(draws: readonly Draw[], today: Day): HoldOutFigure[] {
  return [...new Set(draws.map(({ play }) => play))].sort().map((play) => {
    const isJudged = ({ drawnOn }: Draw) => heldOutUntil(drawnOn) <= today;
    const places = (of: (draw: Draw) => boolean) =>
      draws.flatMap((draw, place) => (draw.play === play && of(draw) ? [place] : []));
    const judged = draws.filter((draw) => draw.play === play && isJudged(draw));
    return {
      play,
      effect: effectOfHoldOut(judged.map((draw) => ({ treated: !draw.held, good: isRecovered(draw) }))),
      worked: places((draw) => isJudged(draw) && !draw.held),
      held: places((draw) => isJudged(draw) && draw.held),
      waiting: places((draw) => !isJudged(draw)),
    };
  });
}

/** A number of the hold-outs: a play, and which of its draws. */
export type HoldOutNumber = { play: string; side: "worked" | "held" | "waiting" };

/** What a number's name says: "drawn:re_engage.worked", ".held", ".waiting". Null for a name of something else.
 * @example holdOutNumber("drawn:re_engage.held") // → { play: "re_engage", side: "held" }
 * @example holdOutNumber("reds.hits") // → null */
export function holdOutNumber(name: string): HoldOutNumber | null {
  const [, play, side] = /^drawn:(.*)\.(worked|held|waiting)$/.exec(name) ?? [];
  return play === undefined ? null : { play, side: side as HoldOutNumber["side"] };
}

/** The draws behind a number of the hold-outs.
 * @example holdOutPlaces([], { play: "re_engage", side: "held" }) // → [] */
export function holdOutPlaces(figures: readonly HoldOutFigure[], { play, side }: HoldOutNumber): readonly number[] {
  return figures.find((figure) => figure.play === play)?.[side] ?? [];
}
