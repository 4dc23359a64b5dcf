import type { OwnerRole, Rule } from "@/lib/core/playbook/playbook";

export const ROLE_NAMES: Record<OwnerRole, string> = {
  csm: "CSM",
  am: "AM",
  manager: "Manager",
  sponsor: "Executive sponsor",
  product: "Product",
  support: "Support",
};

/** Minutes that hours are, as people write them. */
export function minutesOf(hours: number): number {
  return Math.round(hours * 60);
}

/** What a duty asks for, in words: "every 14 days, 30 min". */
export function ruleWords(rule: Rule): string {
  switch (rule.kind) {
    case "review":
      return `every ${daysText(rule.everyDays)}, ${minutesOf(rule.hours)} min`;
    case "plan":
      return `within ${daysText(rule.withinDays)}`;
    case "improvement":
      return `health up within ${daysText(rule.withinDays)}, else escalated`;
    case "decision":
      return `invest or accept within ${daysText(rule.withinDays)}`;
    case "flag":
      return `shown after ${daysText(rule.afterDays)}`;
    case "audit":
      return `asked for after ${daysText(rule.afterDays)}`;
  }
}

function daysText(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
