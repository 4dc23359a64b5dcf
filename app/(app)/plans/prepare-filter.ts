import type { PlanFilter } from "@/db/queries/work/list-plans";
import type { Role } from "@/lib/core/access";
import type { PlansParams } from "./search-params";

/** What the list's address asks for; one's own plans for those who have accounts, the team's for managers, else all. */
export function planFilterOf({ owner, state, kind, cause, q }: PlansParams, roles: readonly Role[]): PlanFilter {
  return {
    book: owner ?? usualBook(roles),
    state,
    kind: kind ?? undefined,
    cause: cause ?? undefined,
    q: q ?? undefined,
  };
}

/** Whose work one sees first. */
export function usualBook(roles: readonly Role[]): PlanFilter["book"] {
  if (roles.includes("csm") || roles.includes("am")) return "me";
  return roles.includes("manager") ? "team" : "all";
}
