import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

export type OwnCover = { personId: number; name: string; until: Day };

/** Whom the actor stands in for today, and until when. */
export async function listOwnCovers(ctx: Ctx): Promise<OwnCover[]> {
  await authorize(ctx, "account:read");
  if (ctx.actor.kind !== "person") return [];
  const { rows } = await ctx.db.execute<OwnCover>(sql`
    select p.id as "personId", p.name, c.until_on as until from covers c join people p on p.id = c.person_id
    where c.covered_by = ${ctx.actor.personId} and ${ctx.today}::date between c.from_on and c.until_on order by p.name`);
  return rows;
}
