/** Whose accounts a list holds: of the asker, their team, everybody, nobody or one person; of one segment. */
export type ListScope = { book: "me" | "team" | "all" | "none" | number; segment: string | null };

const BOOKS = ["me", "team", "all", "none"] as const;

/** A list's scope as its subscription keeps it.
 * @example listQuery({ book: "team", segment: "SMB & co" }) // → "owner=team&segment=SMB%20%26%20co" */
export function listQuery({ book, segment }: ListScope): string {
  return `owner=${book}${segment === null ? "" : `&segment=${encodeURIComponent(segment)}`}`;
}

/** What listQuery wrote; everything else is everybody's.
 * @example listScope("owner=7") // → { book: 7, segment: null } */
export function listScope(query: string): ListScope {
  const said = Object.fromEntries(query.split("&").map((pair) => pair.split("=", 2) as [string, string | undefined]));
  const book =
    BOOKS.find((word) => word === said.owner) ?? (/^\d{1,9}$/.test(said.owner ?? "") ? Number(said.owner) : "all");
  return { book, segment: said.segment ? decodeURIComponent(said.segment) : null };
}
