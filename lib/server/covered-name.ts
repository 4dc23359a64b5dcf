import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";

/** The name of a person (an alias of people), during a cover with who stands in: "Tom Achebe for Clara Voss". */
export function coveredName({ today }: Ctx, person: SQL): SQL {
  return sql`coalesce((select s.name || ' for ' || ${person}.name from covers v join people s on s.id = v.covered_by
    where v.person_id = ${person}.id and ${today}::date between v.from_on and v.until_on order by v.id limit 1), ${person}.name)`;
}
