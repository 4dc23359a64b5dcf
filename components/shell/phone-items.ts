import type { Role } from "@/lib/core/access";
import { paths } from "@/lib/paths";
import { navItems } from "./nav-items";

type Item = ReturnType<typeof navItems>[number];

/** How many screens stand in the phone's bar, beside the inbox and the rest. */
const IN_BAR = 3;
/** What each role works with most, first to last; the strongest role of a person chooses. */
const FIRST: readonly (readonly [Role, readonly string[]])[] = [
  ["admin", [paths.data(), paths.accounts(), paths.portfolio()]],
  ["manager", [paths.portfolio(), paths.triage(), paths.accounts()]],
  ["csm", [paths.triage(), paths.accounts(), paths.plans()]],
  ["am", [paths.scorecards(), paths.triage(), paths.accounts()]],
  ["viewer", [paths.portfolio(), paths.accounts(), paths.triage()]],
];

/** The screens in the phone's bar, by what these roles work with most, and the rest in the order of the sidebar. */
export function phoneItems(roles: readonly Role[]): { bar: Item[]; rest: Item[] } {
  const items = navItems(roles);
  const first = FIRST.find(([role]) => roles.includes(role))?.[1] ?? [];
  const bar = first.flatMap((href) => items.filter((item) => item.href === href)).slice(0, IN_BAR);
  return { bar, rest: items.filter((item) => !bar.includes(item)) };
}
