import "server-only";
import { sql } from "drizzle-orm";
import type { Role } from "@/lib/core/access";
import type { Ctx } from "@/lib/server/context";

export type DemoSignIn = { email: string; name: string; roles: Role[] };

/** The people of the demo company that anyone may sign in as; none in an installation with its own data. */
export async function listDemoSignIns(ctx: Ctx): Promise<DemoSignIn[]> {
  const { rows } = await ctx.db.execute<DemoSignIn>(sql`
    select email, name, array(select role from person_roles where person_id = people.id) as roles
    from people
    where (select is_demo from settings) and email like '%@demo.test' and status = 'active' and password_hash is not null
    order by array_position(array['csm@demo.test', 'am@demo.test', 'manager@demo.test', 'admin@demo.test'], email), id
    limit 8`);
  return rows;
}
