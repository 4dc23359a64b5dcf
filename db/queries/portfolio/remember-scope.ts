import "server-only";
import { sql } from "drizzle-orm";
import { type PortfolioScope, seesWholeBook } from "@/db/queries/get-portfolio-scope";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { remember } from "@/lib/server/remember";
import { workedBooks } from "@/lib/server/worked-books";

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

/** What the current run says of a scope, as long as it stands as it is: every revision of it is asked anew. Only for what is told
 * of its accounts alone, not for clocks or plans, which move without a run. */
export async function rememberNow<Found>(
  ctx: Ctx,
  scope: Scope,
  what: string,
  find: () => Promise<Found>,
): Promise<Found> {
  const { rows } = await ctx.db.execute<{ asOf: Day }>(sql`select as_of as "asOf" from runs where is_current`);
  return rows[0] ? rememberScope(ctx, scope, [`${what} ${ctx.today}`, rows[0].asOf], find) : find();
}

/** Whose accounts a book is, by name: the same for all who ask for it. */
async function bookKey(ctx: Ctx, book: Scope["book"]): Promise<string> {
  if (book === "all" || book === "none") return book;
  if (typeof book === "number") return `of ${book}`;
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  const { rows } = await ctx.db.execute<{ ids: string | null }>(sql`
    select string_agg(id::text, ',' order by id) as ids from people
    where ${book === "me" ? sql`id = ${workedBooks(ctx)}` : sql`manager_id = ${me}`}`);
  return `of ${rows[0]?.ids ?? "nobody"}`;
}
