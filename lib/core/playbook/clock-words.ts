import type { Day } from "@/lib/core/calendar";
import { roundSix } from "@/lib/core/health/rounding";
import type { Spell } from "./band-state";
import type { StoppedBy } from "./clock";
import { clipped, count, dayWords } from "./date-words";
import type { Rule } from "./playbook";

/** What a rule's clock says: its band and day, and how it stands. */
export type RuleWords = {
  rule: Rule;
  /** The name of the band's playbook, such as "Red". */
  name: string;
  /** Days in the band, those before go-live included, and since the turn began, without the paused ones. */
  days: number;
  turnDays: number;
  dueOn: Day;
  /** A turn after the first: a review was held, a plan was closed, an investment decided. */
  isLater: boolean;
  spell: Spell;
  health: number | null;
  paused: "no_data" | "rescored" | "away" | null;
  stop: StoppedBy | null;
  isDue: boolean;
};

/** The text of a rule's clock, at most 60 characters, beginning with the fact. */
export function ruleText(words: RuleWords): string {
  const text = words.stop === null ? standing(words) : stopped(words, words.stop);
  return clipped(text.charAt(0).toUpperCase() + text.slice(1));
}

function standing({ rule, name, days, turnDays, dueOn, isLater, spell, health, paused, isDue }: RuleWords): string {
  const since = `${name} ${days} d`;
  const due = dayWords(dueOn);
  if (paused === "no_data" && !isDue) return `Too little data: ${rule.title} waits`;
  if (paused === "rescored") return `Re-scored by a new model: ${rule.title} waits`;
  if (paused === "away") return `Out of ${name}: ${rule.title} waits`;
  switch (rule.kind) {
    case "plan":
      if (isLater) return `No ${rule.plan} plan for ${turnDays} d, since the last closed`;
      return `${name} ${count(days)}, no ${rule.plan} plan`;
    case "improvement": {
      const up = spell.health === null || health === null ? 0 : roundSix(health - spell.health);
      const move =
        up >= 1 ? `up ${Math.floor(up)}` : up > 0 ? "up under 1" : up < 0 ? `down ${Math.ceil(-up)}` : "no change";
      return isDue ? `${name} ${count(days)}, escalated: ${move}` : `${name} ${count(days)}, ${move} since entry`;
    }
    case "review":
      if (isDue) return isLater ? `No ${rule.title} for ${turnDays} d` : `${since}, no ${rule.title}`;
      return isLater ? `${rule.title} ${turnDays} d ago, next ${due}` : `${since}, ${rule.title} due ${due}`;
    case "decision":
      if (isLater) return isDue ? `${since}, investment date passed` : `Invested until ${due}`;
      return isDue ? `${name} ${count(days)}, no decision` : `${name} ${count(days)}, decide by ${due}`;
    case "flag":
      return isDue ? `${name} ${count(days)}` : `${name} ${count(days)}, flagged on ${due}`;
    case "audit":
      if (isDue) return isLater ? `${rule.title} ${turnDays} d ago, due again` : `${name} ${days} d, ${rule.title} due`;
      return isLater ? `${rule.title} ${turnDays} d ago` : `${name} ${count(days)}, ${rule.title} on ${due}`;
  }
}

function stopped({ rule, name, days, spell }: RuleWords, by: StoppedBy): string {
  switch (by) {
    case "plan":
      return `Plan open after ${count(days)} in ${name}`;
    case "improvement":
      return `Improved ${count((spell.improvedOn as number) - spell.from)} after entry`;
    case "act":
      return `Done after ${count(days)} in ${name}: ${rule.title}`;
    case "invest":
      return `Decided to invest after ${count(days)} in ${name}`;
    case "accept":
      return `Loss accepted after ${count(days)} in ${name}`;
    case "left_band":
      return `Left ${name} after ${count(days)}`;
    case "new_owner":
      return `New owner after ${count(days)} in ${name}`;
    case "left_book":
      return `Left the book after ${count(days)} in ${name}`;
  }
}
