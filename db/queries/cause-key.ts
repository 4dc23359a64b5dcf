import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { CAUSE_BOOK, CAUSES } from "@/lib/core/playbook/causes";

const NAMES = sql.join(
  CAUSES.map((key) => sql`(${key}::text, ${CAUSE_BOOK[key].name}::text)`),
  sql`, `,
);

/** A written cause by its key, whether it was written as key or as name; "none" where nobody wrote one. */
export function causeKey(written: SQL): SQL {
  return sql`coalesce((select key from (values ${NAMES}) book (key, name) where lower(trim(${written})) in (key, name)),
    nullif(trim(${written}), ''), 'none')`;
}
