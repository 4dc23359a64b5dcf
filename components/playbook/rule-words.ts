import { OWNER_ROLES, type OwnerRole, type Rule } from "@/lib/core/playbook/playbook";

export const ROLE_NAMES: Record<OwnerRole, string> = {
  csm: "CSM",
  am: "AM",
  manager: "Manager",
  sponsor: "Executive sponsor",
  product: "Product",
  support: "Support",
};

export const ROLE_CHOICES = OWNER_ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }));

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

/** Whose a duty is, and who takes part: "CSM with AM, Executive sponsor". */
export function rolesOf(rule: Rule): string {
  const others = rule.kind === "review" ? (rule.takesPart ?? []).filter((role) => role !== rule.ownerRole) : [];
  const owner = ROLE_NAMES[rule.ownerRole];
  return others.length > 0 ? `${owner} with ${others.map((role) => ROLE_NAMES[role]).join(", ")}` : owner;
}

function daysText(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
