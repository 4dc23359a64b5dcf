import { CAUSE_BOOK, type Cause } from "@/lib/core/playbook/causes";
import type { Effect, EffectVerdict } from "@/lib/core/playbook/effect";
import type { HoldOutNumber } from "@/lib/core/playbook/hold-out";
import { PLAYS } from "@/lib/core/playbook/plays";
import type { Share } from "@/lib/core/validation/wilson";
import { countText, percentText, shareText } from "@/lib/format";

const VERDICTS: Record<EffectVerdict, string> = {
  better: "Worked accounts did better",
  worse: "Worked accounts did worse",
  "no effect shown": "No effect shown: the interval holds 0",
  "too few": "Too few to say",
};

export function verdictWords(effect: Effect | null): string {
  return effect ? VERDICTS[effect.verdict] : "Too few to say: nobody comparable";
}

/** "62% (n = 45)", "3 of 8"; "—" of nothing. */
export function shareWords(share: Share | null): string {
  return share ? shareText(share.hits, share.n) : "—";
}

/** "95% interval 50% to 72%". */
export function intervalWords({ low, high }: Pick<Share, "low" | "high">): string {
  return `95% interval ${percentText(low)} to ${percentText(high)}`;
}

/** "+12 points (−5 to +29)": the difference of two shares, in percentage points. */
export function differenceWords({ difference, low, high }: Pick<Effect, "difference" | "low" | "high">): string {
  return `${signed(difference)} points (${signed(low)} to ${signed(high)})`;
}

/** "8 of 24" of the pairs, by either side's share. */
export function ofPairs(share: number, pairs: number): string {
  return shareText(Math.round(share * pairs), pairs);
}

export function causeWords(cause: string): string {
  const name = CAUSE_BOOK[cause as Cause]?.name ?? cause;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function playWords(play: string): string {
  return PLAYS.find(({ key }) => key === play)?.name ?? play;
}

/** What the list under the numbers holds, by the name of its number. */
export function shownWords(show: string): string {
  const [figure = "", side = ""] = show.split(".");
  if (figure === "yellows")
    return side === "hits" ? "Yellow, with a plan within 7 days" : "Yellow, no plan within 7 days";
  if (figure === "reds") return side === "hits" ? "Red, recovered by day 90" : "Red, not recovered by day 90";
  const [kind, key = ""] = figure.split(":");
  const of =
    kind === "cause" ? `, cause ${causeWords(key).toLowerCase()}` : kind === "play" ? `, ${playWords(key)}` : "";
  return side === "treated" ? `Worked, in the comparison${of}` : `Comparable, not worked${of}`;
}

/** What the list of a hold-out's draws holds. */
export function drawnWords({ play, side }: HoldOutNumber): string {
  return `${playWords(play)}, ${DRAWN[side]}`;
}

const DRAWN: Record<HoldOutNumber["side"], string> = {
  worked: "with the play",
  held: "held out of the play",
  waiting: "drawn less than 90 days ago",
};

function signed(share: number): string {
  const points = Math.round(share * 100);
  return points === 0 ? "0" : `${points < 0 ? "−" : "+"}${countText(Math.abs(points))}`;
}
