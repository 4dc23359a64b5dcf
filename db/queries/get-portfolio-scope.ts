import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";
import type { TriageFilter } from "./triage-filter";

/** Whose accounts a portfolio view holds, and which segment of them. On every date the owners and segment of that date
 * decide. `counted` names the slice that portfolio_day has already added up, where there is one. */
export type PortfolioScope = Pick<TriageFilter, "book" | "segment"> & {
  counted: { dimension: "all" | "segment"; value: string } | null;
};

/** The scope asked for. A book is the accounts of a CSM or AM together, which portfolio_day does not add up; nor does it
 * know who may see what. */
export async function getPortfolioScope(
  ctx: Ctx,
  { book, segment }: Pick<TriageFilter, "book" | "segment">,
): Promise<PortfolioScope> {
  if (book !== "all" || !(await seesWholeBook(ctx))) return { book, segment, counted: null };
  const counted = segment
    ? ({ dimension: "segment", value: segment } as const)
    : ({ dimension: "all", value: "" } as const);
  return { book, segment, counted };
}

/** Whether the asker may read every account. */
export async function seesWholeBook({ actor, db }: Ctx): Promise<boolean> {
  if (actor.kind !== "person" || actor.roles.includes("admin") || actor.roles.includes("viewer")) return true;
  if (actor.roles.length === 0) return false;
  const { rows } = await db.execute<{ open: boolean }>(sql`select visibility = 'all' as open from settings`);
  return rows[0]?.open ?? false;
}
