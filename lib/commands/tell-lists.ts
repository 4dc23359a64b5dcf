import "server-only";
import { sql } from "drizzle-orm";
import { listMemberIds } from "@/db/queries/portfolio/list-members";
import type { Role } from "@/lib/core/access";
import { listScope } from "@/lib/core/portfolio/list-scope";
import { isListKey, PORTFOLIO_LISTS } from "@/lib/core/portfolio/lists";
import { authorize } from "@/lib/server/authorize";
import { type Ctx, contextOf } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

type Subscription = {
  personId: number;
  name: string;
  email: string;
  roles: Role[];
  list: string;
  query: string;
  members: number[];
};

/** Owes a notice to everybody who subscribed to a list that accounts have joined since it was last told, each list as its
 * subscriber sees it. Who left is forgotten, and told again when they come back. Returns how many notices are owed. */
export async function tellLists(ctx: Ctx): Promise<number> {
  await authorize(ctx, "run:compute");
  const { rows } = await ctx.db.execute<Subscription>(sql`
    select p.id as "personId", p.name, p.email, array(select role from person_roles r where r.person_id = p.id) as roles,
      s.list, s.query, s.members
    from list_subscriptions s join people p on p.id = s.person_id where p.status = 'active'`);
  let told = 0;
  for (const subscription of rows) told += await tell(ctx, subscription);
  return told;
}

async function tell(ctx: Ctx, { list, query, members, ...person }: Subscription): Promise<number> {
  if (!isListKey(list)) return 0;
  const as = await contextOf({ kind: "person", ...person }, ctx.db, ctx.now);
  const { book, segment } = listScope(query);
  const now = await listMemberIds(as, list, { book, segment: segment ?? undefined });
  const before = new Set(members);
  const joined = now.filter((id) => !before.has(id));
  if (joined.length === 0 && now.length === members.length) return 0;
  const { personId } = person;
  return withTransaction(ctx, async ({ client }) => {
    const { rowCount } = await client.query(
      "update list_subscriptions set members = $4 where person_id = $1 and list = $2 and query = $3 and members = $5",
      [personId, list, query, JSON.stringify(now), JSON.stringify(members)],
    );
    if (!rowCount || joined.length === 0) return 0;
    const { rows } = await client.query<{ name: string }>(
      "select name from accounts where id = any($1) order by name limit 3",
      [joined],
    );
    const payload = {
      ...{ personId, asOf: ctx.today, list, query, listName: PORTFOLIO_LISTS[list].name },
      ...{ count: joined.length, names: rows.map(({ name }) => name) },
    };
    await client.query(
      "insert into outbox (dedupe_key, kind, payload) values ($1, 'list_joined', $2) on conflict do nothing",
      [`list:${personId}:${list}:${query}:${ctx.today}:${joined.join(".")}`.slice(0, 400), JSON.stringify(payload)],
    );
    return 1;
  });
}
