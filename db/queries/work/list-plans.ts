import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Cause } from "@/lib/core/playbook/causes";
import type { PlanState } from "@/lib/core/playbook/written-plan";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { workedBooks } from "@/lib/server/worked-books";
import { PLAN_TABLES, type PlanListRow, planColumns, readerOf } from "./plan-row";

/** What a list of plans is narrowed by; absent is everything that is open. */
export type PlanFilter = {
  /** Plans that one owns or that are about one's accounts; those of one's team; all. */
  book: "me" | "team" | "all";
  state?: PlanState | "overdue" | "open" | undefined;
  kind?: "action" | "recovery" | undefined;
  cause?: Cause | undefined;
  q?: string | undefined;
};

export const PLAN_SORTS = {
  due: { by: sql`p.closed_on desc nulls first, p.due_on nulls first, p.id`, descending: false },
  days: { by: sql`t.band_since nulls last, p.id`, descending: true },
  name: { by: sql`a.name, p.id`, descending: false },
  arr: { by: sql`t.arr_cents desc nulls last, p.id`, descending: true },
} as const;
export type PlanSort = keyof typeof PLAN_SORTS;

export type PlanCounts = Record<"open" | "overdue" | "waiting" | "incomplete" | "complete" | "closed", number>;

interface Page {
  sort?: PlanSort;
  from?: number;
  limit?: number;
}

/** A page of plans: what is overdue longest first, what is closed last. `next` is where the following page begins. */
export async function listPlans(
  ctx: Ctx,
  filter: PlanFilter,
  { sort = "due", from = 0, limit = 100 }: Page = {},
): Promise<{ rows: PlanListRow[]; next: number | null }> {
  const { rows } = await ctx.db.execute<PlanListRow>(sql`
    select ${planColumns(ctx)} from ${PLAN_TABLES} where ${planWhere(ctx, filter)} and ${stateCondition(ctx, filter.state ?? "open")}
    order by ${PLAN_SORTS[sort].by} limit ${limit + 1} offset ${from}`);
  return { rows: rows.slice(0, limit), next: rows.length > limit ? from + limit : null };
}

/** How many plans a filter holds, state by state. */
export async function countPlans(ctx: Ctx, filter: PlanFilter): Promise<PlanCounts> {
  const states = ["open", "overdue", "waiting", "incomplete", "complete", "closed"] as const;
  const counts = states.map(
    (state) => sql`count(*) filter (where ${stateCondition(ctx, state)})::int as ${sql.identifier(state)}`,
  );
  const { rows } = await ctx.db.execute<PlanCounts>(
    sql`select ${sql.join(counts, sql`, `)} from ${PLAN_TABLES} where ${planWhere(ctx, filter)}`,
  );
  return rows[0] as PlanCounts;
}

function planWhere(ctx: Ctx, { book, kind, cause, q }: PlanFilter): SQL {
  const parts = [visibleAccounts(ctx, sql`a.id`), bookCondition(ctx, book)];
  if (kind) parts.push(sql`p.kind = ${kind}`);
  if (cause) parts.push(sql`p.cause = ${cause}`);
  if (q) parts.push(sql`a.name ilike ${`%${q.replace(/[\\%_]/g, "\\$&")}%`}`);
  return sql.join(parts, sql` and `);
}

function bookCondition(ctx: Ctx, book: PlanFilter["book"]): SQL {
  const me = readerOf(ctx);
  if (book === "all") return sql`true`;
  if (book === "me")
    return sql`(p.owner_id = ${me} or t.csm_id = ${workedBooks(ctx)} or t.am_id = ${workedBooks(ctx)})`;
  return sql`(${me} in (csm.manager_id, am.manager_id, o.manager_id, p.owner_id))`;
}

function stateCondition(ctx: Ctx, state: NonNullable<PlanFilter["state"]>): SQL {
  switch (state) {
    case "open":
      return sql`p.status = 'open'`;
    case "overdue":
      return sql`(p.status = 'open' and p.due_on < ${ctx.today}::date)`;
    case "waiting":
      return sql`(p.status = 'open' and p.complete_on is null and p.submitted_on is not null)`;
    case "incomplete":
      return sql`(p.status = 'open' and p.complete_on is null and p.submitted_on is null)`;
    case "complete":
      return sql`(p.status = 'open' and p.complete_on is not null)`;
    case "closed":
      return sql`p.status <> 'open'`;
  }
}
