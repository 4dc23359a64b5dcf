import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Relation } from "@/lib/core/access";
import type { Ctx } from "@/lib/server/context";
import { relation } from "./card-parts";
import { getPortfolioScope } from "./get-portfolio-scope";
import type { Amount } from "./get-standing";
import { type Cursor, pageByKeyset } from "./keyset";
import { TRIAGE_SORTS, type TriageRow, type TriageSort, triageList } from "./list-triage";
import { type TriageFilter, triageWhere } from "./triage-filter";

/** What a list may be grouped by, each with the key of an account's group. */
const GROUPS = {
  band: sql`t.tone::text`,
  csm: sql`t.csm_id::text`,
  segment: sql`t.segment`,
  month: sql`to_char(t.ends_on, 'YYYY-MM')`,
} as const;
export type GroupBy = keyof typeof GROUPS;

/** Accounts of a filter, or of one group of it; the key of those without is null. */
export type BookFilter = TriageFilter & { group?: { by: GroupBy; key: string | null } | undefined };
export type BookSort = { by: TriageSort; descending: boolean };
export type BookTotal = Amount & {
  /** More than were counted. */
  isCapped: boolean;
};
export type BookGroup = Amount & { key: string | null; name: string | null };
export type BookTarget = Relation & { accountId: number; slug: string; name: string; tone: number };

/** The most accounts that a filter is counted to, where no aggregate knows. */
export const MOST_COUNTED = 10_000;

/** One page of the book by any sort in either direction. */
export async function listBook(
  ctx: Ctx,
  filter: BookFilter,
  { sort, after = null, limit = 100 }: { sort: BookSort; after?: Cursor | null; limit?: number },
): Promise<{ rows: TriageRow[]; next: Cursor | null }> {
  const { column, descending } = TRIAGE_SORTS[sort.by];
  return await pageByKeyset<TriageRow>(ctx, {
    select: triageList(ctx),
    from: sql`triage t left join people csm on csm.id = t.csm_id left join people am on am.id = t.am_id`,
    where: bookWhere(ctx, filter),
    sort: { column, descending: sort.descending, isBackwards: sort.descending !== descending },
    after,
    limit,
  });
}

/** How many accounts pass a filter and what they are worth: from the run's aggregates where these know, else counted to
 * ten thousand. */
export async function countBook(ctx: Ctx, filter: BookFilter): Promise<BookTotal> {
  const counted = await countedBy(ctx, filter);
  const tones = filter.tones?.length ? sql`tone = any(${`{${filter.tones.join(",")}}`}::int[])` : sql`true`;
  const { rows } = await ctx.db.execute<BookTotal>(
    counted
      ? sql`
        select coalesce(sum(accounts), 0)::int as accounts, coalesce(sum(arr_cents), 0)::bigint as "arrCents",
          coalesce(sum(without_rate), 0)::int as "withoutRate", false as "isCapped"
        from portfolio_day where day = (select as_of from runs where is_current)
          and dimension = ${counted.dimension} and value = ${counted.value} and ${tones}`
      : sql`
        select least(count(*), ${MOST_COUNTED})::int as accounts, coalesce(sum(arr_cents), 0)::bigint as "arrCents",
          (count(*) - count(arr_cents))::int as "withoutRate", count(*) > ${MOST_COUNTED} as "isCapped"
        from (select arr_cents from triage t where ${bookWhere(ctx, filter)} limit ${MOST_COUNTED + 1}) found`,
  );
  return rows[0] as BookTotal;
}

/** The groups of a filter with how many accounts each holds and what they are worth; their sums are the filter's totals. */
export async function listBookGroups(ctx: Ctx, filter: TriageFilter, by: GroupBy): Promise<BookGroup[]> {
  const { rows } = await ctx.db.execute<BookGroup>(sql`
    select grouped.key, people.name, accounts, "arrCents", "withoutRate" from (
      select ${GROUPS[by]} as key, count(*)::int as accounts, coalesce(sum(t.arr_cents), 0)::bigint as "arrCents",
        (count(*) - count(t.arr_cents))::int as "withoutRate"
      from triage t where ${triageWhere(ctx, filter)} group by 1
    ) grouped left join people on ${by === "csm" ? sql`people.id::text = grouped.key` : sql`false`}
    order by nullif(grouped.key, ${by === "band" ? "0" : ""}) is null, people.name, grouped.key`);
  return rows;
}

/** The first accounts of a filter, as targets of what is done about all of them. */
export async function listBookTargets(ctx: Ctx, filter: TriageFilter, limit: number): Promise<BookTarget[]> {
  const { rows } = await ctx.db.execute<BookTarget>(sql`
    select t.account_id as "accountId", t.slug, t.name, t.tone, ${relation(ctx)} from triage t
    where ${triageWhere(ctx, filter)} order by t.priority desc nulls last, t.account_id limit ${limit}`);
  return rows;
}

function bookWhere(ctx: Ctx, { group, ...filter }: BookFilter): SQL {
  const where = triageWhere(ctx, filter);
  return group ? sql`${where} and ${GROUPS[group.by]} is not distinct from ${group.key}` : where;
}

/** The aggregate that knows a filter's totals: of bands and one segment alone, for those who see the whole book. */
async function countedBy(ctx: Ctx, { book, segment, tones: _, ...rest }: BookFilter) {
  if (Object.values(rest).some((value) => value !== undefined)) return null;
  return (await getPortfolioScope(ctx, { book, segment })).counted;
}
