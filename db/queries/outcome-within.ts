import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";

/** Whether an account had one of these outcomes after a day, by the 90th after it and by today. */
export function outcomeWithin(
  { today }: Ctx,
  { account, since }: { account: SQL; since: SQL },
  kinds: readonly ("renewed" | "expanded" | "churned")[],
): SQL {
  return sql`exists (select from outcomes o where o.account_id = ${account} and o.kind = any(${`{${kinds.join(",")}}`}::text[])
    and o.decided_on > ${since} and o.decided_on <= least(${since} + 90, ${today}::date))`;
}
