import type { AlluvialLink } from "@/components/charts/prepare-alluvial";
import type { Day } from "@/lib/core/calendar";
import { countText, moneyShort } from "@/lib/format";
import { accountsText } from "./amount-text";
import { type Move, OUT, shiftOf } from "./prepare-migration";

const BANDS = ["No score", "Red", "Yellow", "Green"];

/** What a place is called at the start or the end of a step. */
export function placeName(place: number, side: "from" | "to"): string {
  if (place >= 0) return BANDS[place] ?? "No score";
  if (place === OUT) return side === "from" ? "Joined" : "Left";
  return side === "from" ? "Handed in" : "Handed over";
}

/** "15 accounts, $1.8M, Green to Yellow". */
export function flowName({ from, to, accounts, arrCents, rescored }: AlluvialLink, currency: string): string {
  const way = from === to ? `stayed ${placeName(to, "to")}` : `${placeName(from, "from")} to ${placeName(to, "to")}`;
  return `${accountsText(accounts)}, ${moneyShort(arrCents, currency)}, ${way}${rescored ? ", re-scored by a new model" : ""}`;
}

type Held = { stage: number; place: number; accounts: number; arrCents: number; change: number | null; next: number };

/** "Green 113 (−8)"; by ARR "Green $4.1M"; outside the book between two steps "Left 2 · Joined 1". */
export function nodeLabel(
  { stage, place, accounts, arrCents, change, next }: Held,
  unit: "accounts" | "arr",
  currency: string,
): string {
  if (place < 0 && stage > 0 && next > 0) {
    const joined = `${placeName(place, "from")} ${countText(next)}`;
    return accounts === 0 ? joined : `${placeName(place, "to")} ${countText(accounts)} · ${joined}`;
  }
  const name = placeName(place, stage === 0 ? "from" : "to");
  if (unit === "arr") return `${name} ${moneyShort(arrCents, currency)}`;
  if (change === null) return `${name} ${countText(accounts)}`;
  const sign = change < 0 ? "−" : change > 0 ? "+" : "±";
  return `${name} ${countText(accounts)} (${sign}${countText(Math.abs(change))})`;
}

/** "35 accounts ($4.2M) moved down, 12 up; 180 stayed."; what a new model scored is not said to have moved or stayed. */
export function flowFinding(moves: readonly Move[], currency: string): string {
  const { down, up } = shiftOf(moves);
  const stayed = moves.filter(({ from, to, rescored }) => !rescored && from === to);
  const same = stayed.reduce((sum, { accounts }) => sum + accounts, 0);
  const apart = moves.reduce((sum, { accounts, rescored }) => sum + (rescored ? accounts : 0), 0);
  const rest = apart > 0 ? ` A new model re-scored ${accountsText(apart)}: how they moved is not known.` : "";
  if (down.accounts + up.accounts + same === 0 && apart > 0) return rest.trim();
  if (down.accounts + up.accounts === 0) return `Nobody moved; ${accountsText(same)} stayed in their band.${rest}`;
  return `${accountsText(down.accounts)} (${moneyShort(down.arrCents, currency)}) moved down, ${countText(up.accounts)} up; ${countText(same)} stayed.${rest}`;
}

export type Step = { from: Day; to: Day; moves: readonly Move[] };
