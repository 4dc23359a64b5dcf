import type { Answers, Tone } from "./blueprint";

/** The people band of answers, as PRODUCT states it: written apart from the engine, which must come to the same. */
export function toneOf([champion, executive, narrative]: Answers): Tone {
  const worst = [champion, executive, narrative].filter((answer) => answer === "missing" || answer === "none").length;
  const isBestElsewhere = (executive === "active" || executive === "n/a") && narrative === "defensible";
  if (worst >= 2 || (champion === "missing" && !isBestElsewhere)) return "red";
  const isLow = narrative !== "defensible" && executive === "lapsed";
  return champion === "active" && worst === 0 && !isLow ? "green" : "yellow";
}
