import { hoursObliged } from "./cadence";
import type { OwnerRole, Playbook } from "./playbook";

/** How many accounts of a segment a person holds in a role under the playbook of a key. */
export type HeldAccounts = {
  personId: number;
  name: string;
  role: OwnerRole;
  segment: string | null;
  playbookKey: string;
  accounts: number;
};

export type PersonHours = { personId: number; name: string; roles: OwnerRole[]; accounts: number; hours: number };

/** Hours a month that the cadences of these playbooks oblige of each person who holds accounts, most first; a segment's own
 * playbook stands in for the one for all. `accounts` are those of the role in which a person holds most. People without hours
 * are left out.
 * @example hoursHeld([], []) // → [] */
export function hoursHeld(held: readonly HeldAccounts[], playbooks: readonly Playbook[]): PersonHours[] {
  const resolved = held.flatMap((part) => {
    const own = playbooks.filter(({ key }) => key === part.playbookKey);
    const playbook = own.find(({ segment }) => segment === part.segment) ?? own.find(({ segment }) => segment === null);
    return playbook ? [{ ...part, playbook }] : [];
  });
  const people = new Map(held.map(({ personId, name }) => [personId, name]));
  return hoursObliged(resolved)
    .filter(({ hours }) => hours > 0)
    .map(({ personId, hours }) => {
      const parts = held.filter((part) => part.personId === personId);
      const roles = [...new Set(parts.map(({ role }) => role))];
      const accountsIn = (role: OwnerRole) =>
        parts.reduce((sum, part) => (part.role === role ? sum + part.accounts : sum), 0);
      const name = people.get(personId) ?? "";
      return { personId, name, roles, accounts: Math.max(...roles.map(accountsIn)), hours };
    })
    .sort((a, b) => b.hours - a.hours || a.personId - b.personId);
}

/** The playbooks with one of them edited, or added where there is none of its key and segment.
 * @example withPlaybook([], { key: "red", segment: null, name: "Red", tone: "red", ownerRole: "csm", firstDeadlineDays: 2, rules: [], steps: [] }).length // → 1 */
export function withPlaybook(playbooks: readonly Playbook[], edited: Playbook): Playbook[] {
  const isSame = ({ key, segment }: Playbook) => key === edited.key && segment === edited.segment;
  return playbooks.some(isSame)
    ? playbooks.map((playbook) => (isSame(playbook) ? edited : playbook))
    : [...playbooks, edited];
}
