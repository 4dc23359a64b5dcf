import { type Day, daysBetween } from "@/lib/core/calendar";
import { isRecovered, type Stay } from "@/lib/core/playbook/stay";
import { causeWords, playWords } from "./effect-words";

/** "after 3 d: support, Re-engage"; "none". */
export function planWords({ planAfter, cause, play }: Pick<Stay, "planAfter" | "cause" | "play">): string {
  if (planAfter === null) return "none";
  const what = [cause && causeWords(cause).toLowerCase(), play && playWords(play)].filter(Boolean).join(", ");
  return `${planAfter === 0 ? "at once" : `after ${planAfter} d`}${what && `: ${what}`}`;
}

/** What came of a stay by its 90th day; `isOver` once that day has been. */
export function resultWords(
  stay: Pick<Stay, "renewed" | "lost" | "toneAfter" | "score" | "scoreAfter">,
  isOver = true,
): string {
  if (stay.renewed) return "renewed";
  if (stay.lost) return "lost";
  if (stay.toneAfter === null) return isOver ? "no score then" : "not known yet";
  const measured =
    stay.score !== null && stay.scoreAfter !== null
      ? `, measured ${Math.floor(stay.score)} → ${Math.floor(stay.scoreAfter)}`
      : "";
  return `${stay.toneAfter}${measured}${stay.toneAfter === "green" && !isRecovered(stay) ? ": not up 5" : ""}`;
}

/** "after 21 d, to yellow". */
export function leftWords({
  leftOn,
  enteredOn,
  nextTone,
}: {
  leftOn: Day | null;
  enteredOn: Day;
  nextTone: string | null;
}) {
  return leftOn ? `after ${daysBetween(enteredOn, leftOn)} d, to ${nextTone ?? "no score"}` : "still there, or gone";
}
