import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const SaveView = z.strictObject({
  page: z.enum(["accounts", "triage", "plans"]),
  /** A view of one's own that is changed. */
  viewId: z.int().positive().optional(),
  name: z.string().trim().min(1, "Give the view a name.").max(60, "At most 60 characters."),
  query: z.string().max(2000, "These filters are too long to keep."),
  isShared: z.boolean().default(false),
  isPinned: z.boolean().default(true),
});
type Said = z.output<typeof SaveView>;

/** Keeps a list's address under a name, for oneself or for everybody. Only its maker, or an admin where it is shared, changes it. */
export async function saveView(ctx: Ctx, input: Said): Promise<{ viewId: number; slug: string }> {
  await authorize(ctx, "self:write");
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const isAdmin = ctx.actor.kind === "person" && ctx.actor.roles.includes("admin");
  return withTransaction(ctx, async ({ tx }) => {
    const { viewId, page, name, query, isShared, isPinned } = input;
    const { rows } = viewId
      ? await tx.execute<{ viewId: number; slug: string }>(sql`
          update saved_views set name = ${name}, query = ${query}, is_shared = ${isShared}, is_pinned = ${isPinned}
          where id = ${viewId} and page = ${page} and (person_id = ${me} or (is_shared and ${isAdmin}))
          returning id as "viewId", slug`)
      : await tx.execute<{ viewId: number; slug: string }>(sql`
          insert into saved_views (page, slug, name, query, is_shared, is_pinned, person_id)
          values (${page}, ${await freeSlug({ ...ctx, db: tx }, page, name)}, ${name}, ${query}, ${isShared}, ${isPinned}, ${me})
          returning id as "viewId", slug`);
    const [saved] = rows;
    if (!saved) throw new AppError("not_found", "There is no such view of yours. Save it under a new name.");
    await emitAudit(ctx, tx, {
      entry: viewId ? "view.changed" : "view.saved",
      subject: `view:${saved.viewId}`,
      after: input,
    });
    return saved;
  });
}

/** A view's name as its address says it; a number follows where another view has it. */
async function freeSlug({ db }: Ctx, page: string, name: string): Promise<string> {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const base = plain.slice(0, 40) || "view";
  await db.execute(sql`lock table saved_views in share row exclusive mode`);
  const { rows } = await db.execute<{ slug: string }>(
    sql`select slug from saved_views where page = ${page} and starts_with(slug, ${base})`,
  );
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}
