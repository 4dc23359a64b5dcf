import "server-only";
import { sql } from "drizzle-orm";
import { type PortfolioScope, seesWholeBook } from "@/db/queries/get-portfolio-scope";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { remember } from "@/lib/server/remember";

type Scope = Pick<PortfolioScope, "book" | "segment">;

/** What was found of a scope on whole days, as long as nothing of these days has changed since: accounts are read once, not by
 * each who looks. Where the asker may not see every account it is always found anew. */
export async function rememberScope<Found>(
  ctx: Ctx,
  scope: Scope,
  [what, ...days]: [what: string, ...days: Day[]],
  find: () => Promise<Found>,
): Promise<Found> {
  if (!(await seesWholeBook(ctx))) return find();
  const key = [what, await bookKey(ctx, scope.book), scope.segment ?? "", ...days].join(" ");
  return remember(ctx, key, days, find);
}

/** Rows of many days: the current day alone changes all the time, the others are read once. */
export async function rememberDays<Row>(
  ctx: Ctx,
  scope: Scope,
  [what, ...days]: [what: string, ...days: Day[]],
  find: (days: readonly Day[]) => Promise<Row[]>,
): Promise<Row[]> {
  const parts = [days.filter((day) => day < ctx.today), days.filter((day) => day >= ctx.today)];
  const found = parts.map((part) =>
    part.length === 0 ? [] : rememberScope(ctx, scope, [what, ...part], () => find(part)),
  );
  return (await Promise.all(found)).flat();
}

/** Whose accounts a book is, by name: the same for all who ask for it. */
async function bookKey({ actor, db }: Ctx, book: Scope["book"]): Promise<string> {
  const me = actor.kind === "person" ? actor.personId : -1;
  if (book === "me") return `of ${me}`;
  if (book !== "team") return typeof book === "number" ? `of ${book}` : book;
  const { rows } = await db.execute<{ ids: string | null }>(
    sql`select string_agg(id::text, ',' order by id) as ids from people where manager_id = ${me}`,
  );
  return `of ${rows[0]?.ids ?? "nobody"}`;
}
