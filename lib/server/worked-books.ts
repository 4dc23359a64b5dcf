import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";

/** What an owner's id equals where the book is the actor's to work on today: their own, or that of someone they stand in for;
 * nobody's for programs. An array, so that indexes by owner serve. */
export function workedBooks({ actor, today }: Ctx): SQL {
  const personId = actor.kind === "person" ? actor.personId : -1;
  return sql`any(array(select ${personId}::int union all select person_id from covers
    where covered_by = ${personId} and ${today}::date between from_on and until_on))`;
}
