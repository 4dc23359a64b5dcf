import { roundSix } from "@/lib/core/health/rounding";
import type { OwnerRole, Playbook } from "./playbook";

/** Days of a month, as the playbooks count: 6 months are 180. */
const MONTH_DAYS = 30;

/** Hours a month that an account in a band obliges of a role, as owner or taking part: hours of a review × 30 / the days between two.
 * @example hoursPerAccount({ key: "yellow", segment: null, name: "Yellow", tone: "yellow", ownerRole: "csm", firstDeadlineDays: 7, steps: [], rules: [{ kind: "review", key: "review", title: "Review", ownerRole: "csm", everyDays: 15, hours: 0.5, metBy: ["review"] }] }, "csm") // → 1 */
export function hoursPerAccount(playbook: Playbook, role: OwnerRole): number {
  let hours = 0;
  for (const rule of playbook.rules)
    if (rule.kind === "review" && (rule.ownerRole === role || rule.takesPart?.includes(role)))
      hours += (rule.hours * MONTH_DAYS) / rule.everyDays;
  return roundSix(hours);
}

/** How many accounts a person holds in a role under one playbook. */
export type Held = { personId: number; role: OwnerRole; playbook: Playbook; accounts: number };

/** Hours a month that the cadences oblige per person, over all roles and bands; in order of the persons' ids. Only what recurs
 * counts: plans, decisions and steps come once.
 * @example hoursObliged([]) // → [] */
export function hoursObliged(held: readonly Held[]): { personId: number; hours: number }[] {
  const byPerson = new Map<number, number>();
  for (const { personId, role, playbook, accounts } of held) {
    if (accounts < 0) throw new RangeError(`hoursObliged requires counts, got ${accounts} accounts`);
    byPerson.set(personId, (byPerson.get(personId) ?? 0) + accounts * hoursPerAccount(playbook, role));
  }
  return [...byPerson].sort(([a], [b]) => a - b).map(([personId, hours]) => ({ personId, hours: roundSix(hours) }));
}
