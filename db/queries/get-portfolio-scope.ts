import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";
import type { Book } from "./triage-filter";

/** Which slices of the pre-counted portfolio a view adds up, and the filter that lists the same accounts. */
export type PortfolioScope = {
  dimension: "all" | "segment" | "csm" | "am";
  values: string[];
  book: Book;
  segment?: string | undefined;
};

/** The scope of a portfolio view. Someone who may see only their own accounts gets their team's or their own book,
 * whatever was asked for. */
export async function getPortfolioScope(
  ctx: Ctx,
  asked: { book: Book; segment?: string | undefined },
): Promise<PortfolioScope> {
  const { actor } = ctx;
  const roles = actor.kind === "person" ? actor.roles : [];
  const seesAll = actor.kind !== "person" || roles.includes("admin") || roles.includes("viewer") || (await isOpen(ctx));
  const book =
    !seesAll && typeof asked.book !== "number" && asked.book !== "me"
      ? roles.includes("manager")
        ? "team"
        : "me"
      : asked.book;
  if (book === "all") {
    return asked.segment
      ? { dimension: "segment", values: [asked.segment], book, segment: asked.segment }
      : { dimension: "all", values: [""], book };
  }
  if (book === "none") return { dimension: "csm", values: [""], book };
  const me = actor.kind === "person" ? actor.personId : -1;
  if (book === "team") {
    const { rows } = await ctx.db.execute<{ id: number }>(sql`select id from people where manager_id = ${me}`);
    return { dimension: "csm", values: rows.map(({ id }) => String(id)), book };
  }
  const owner = book === "me" ? me : book;
  const { rows } = await ctx.db.execute<{ role: string }>(
    sql`select role from person_roles where person_id = ${owner}`,
  );
  const isCsm = rows.some(({ role }) => role === "csm") || !rows.some(({ role }) => role === "am");
  return { dimension: isCsm ? "csm" : "am", values: [String(owner)], book };
}

async function isOpen(ctx: Ctx): Promise<boolean> {
  const { rows } = await ctx.db.execute<{ open: boolean }>(sql`select visibility = 'all' as open from settings`);
  return rows[0]?.open ?? false;
}
