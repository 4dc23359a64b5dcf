import { roundSix } from "@/lib/core/health/rounding";
import { hoursObliged, hoursPerAccount } from "./cadence";
import { OWNER_ROLES, type OwnerRole, type Playbook } from "./playbook";

/** How many accounts of a segment a person holds in a role under the playbook of a key; null where nobody is named in it. */
export type HeldAccounts = {
  personId: number | null;
  name: string | null;
  role: OwnerRole;
  segment: string | null;
  playbookKey: string;
  accounts: number;
};

/** Without a person: what falls to a role in which nobody is named. */
export type PersonHours = {
  personId: number | null;
  name: string | null;
  roles: OwnerRole[];
  accounts: number;
  hours: number;
};

/** Hours a month that the cadences of these playbooks oblige of each person who holds accounts, most first; a segment's own
 * playbook stands in for the one for all. `accounts` are those of the role in which a person holds most. People without hours
 * are left out; what falls to a role without a person stands last, by role.
 * @example hoursHeld([], []) // → [] */
export function hoursHeld(held: readonly HeldAccounts[], playbooks: readonly Playbook[]): PersonHours[] {
  const resolved = held.flatMap((part) => {
    const own = playbooks.filter(({ key }) => key === part.playbookKey);
    const playbook = own.find(({ segment }) => segment === part.segment) ?? own.find(({ segment }) => segment === null);
    return playbook ? [{ ...part, playbook }] : [];
  });
  const named = resolved.flatMap((part) => (part.personId === null ? [] : [{ ...part, personId: part.personId }]));
  const people = hoursObliged(named)
    .filter(({ hours }) => hours > 0)
    .map(({ personId, hours }): PersonHours => {
      const parts = resolved.filter(
        (part) => part.personId === personId && hoursPerAccount(part.playbook, part.role) > 0,
      );
      const roles = [...new Set(parts.map(({ role }) => role))];
      const accounts = Math.max(...roles.map((role) => countOf(parts, role)));
      return { personId, name: parts[0]?.name ?? null, roles, accounts, hours };
    })
    .sort((a, b) => b.hours - a.hours || (a.personId as number) - (b.personId as number));
  const unnamed = OWNER_ROLES.flatMap((role): PersonHours[] => {
    const parts = resolved.filter((part) => part.personId === null && part.role === role);
    const owing = parts.filter(({ playbook }) => hoursPerAccount(playbook, role) > 0);
    const hours = roundSix(owing.reduce((sum, part) => sum + part.accounts * hoursPerAccount(part.playbook, role), 0));
    return hours > 0 ? [{ personId: null, name: null, roles: [role], accounts: countOf(owing, role), hours }] : [];
  });
  return [...people, ...unnamed];
}

function countOf(parts: readonly HeldAccounts[], role: OwnerRole): number {
  return parts.reduce((sum, part) => (part.role === role ? sum + part.accounts : sum), 0);
}

/** The playbooks with one of them edited, or added where there is none of its key and segment.
 * @example withPlaybook([], { key: "red", segment: null, name: "Red", tone: "red", ownerRole: "csm", firstDeadlineDays: 2, rules: [], steps: [] }).length // → 1 */
export function withPlaybook(playbooks: readonly Playbook[], edited: Playbook): Playbook[] {
  const isSame = ({ key, segment }: Playbook) => key === edited.key && segment === edited.segment;
  return playbooks.some(isSame)
    ? playbooks.map((playbook) => (isSame(playbook) ? edited : playbook))
    : [...playbooks, edited];
}
