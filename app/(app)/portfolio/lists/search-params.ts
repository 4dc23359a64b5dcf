import { createLoader } from "nuqs/server";
import { bookOf, scopeParams } from "@/app/(app)/portfolio/search-params";
import type { Role } from "@/lib/core/access";
import type { ListScope } from "@/lib/core/portfolio/list-scope";
import { paths } from "@/lib/paths";

/** A list's state is its address: /portfolio/lists/falling?owner=team&segment=Enterprise. */
export const loadListParams = createLoader(scopeParams);

export function scopeAsked(
  { owner, segment }: { owner: string | null; segment: string | null },
  roles: readonly Role[],
): ListScope {
  return { book: bookOf(owner, roles), segment };
}

/** Whose accounts, to choose from. */
export const ownersOf = (href: (owner: string) => string) =>
  [
    { value: "me", label: "Me" },
    { value: "team", label: "Team" },
    { value: "all", label: "All" },
  ].map((owner) => ({ ...owner, href: href(owner.value) }));

/** The address of the lists of a scope. */
export function listsPath({ book, segment }: ListScope): string {
  return paths.portfolioLists({ owner: String(book), segment });
}
