import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";

/** A list's filter, sort and columns under a name. */
export type SavedView = {
  viewId: number;
  slug: string;
  name: string;
  query: string;
  isShared: boolean;
  isPinned: boolean;
  isMine: boolean;
  maker: string | null;
};

/** The views of a page that the actor may open: their own, and what others share; pinned ones first. */
export async function listViews(ctx: Ctx, page: "accounts" | "triage" | "plans"): Promise<SavedView[]> {
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  const { rows } = await ctx.db.execute<SavedView>(sql`
    select v.id as "viewId", v.slug, v.name, v.query, v.is_shared as "isShared", v.is_pinned as "isPinned",
      v.person_id = ${me} as "isMine", p.name as maker
    from saved_views v left join people p on p.id = v.person_id
    where v.page = ${page} and (v.person_id = ${me} or v.is_shared)
    order by v.is_pinned desc, v.name, v.id`);
  return rows;
}
