import type { EffectFigures } from "./effect-figures";

/** The stays behind a number of the effect screen, by the number's name: "yellows.hits", "reds.misses", "all.treated",
 * "cause:support.untreated", "play:re_engage.treated". None for a name that the figures do not know. */
export function figurePlaces(figures: EffectFigures, name: string): readonly number[] {
  const [figure = "", side = ""] = name.split(".");
  if (figure === "yellows" || figure === "reds") {
    const { hits, misses } = figures[figure];
    return side === "hits" ? hits : side === "misses" ? misses : [];
  }
  const [kind, key] = figure.split(":");
  const compared =
    kind === "all" ? figures.all : (kind === "cause" ? figures.causes : figures.plays).find((one) => one.key === key);
  if (!compared) return [];
  return side === "treated" ? compared.treated : side === "untreated" ? compared.untreated : [];
}
