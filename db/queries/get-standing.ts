import "server-only";
import { sql } from "drizzle-orm";
import { NEAR_DAYS } from "@/lib/core/portfolio/slice-sums";
import type { Ctx } from "@/lib/server/context";
import type { PortfolioScope } from "./get-portfolio-scope";
import type { ToneCount } from "./list-bands-over-time";
import { findCountedSlice } from "./portfolio/find-counted-slice";
import { rememberNow } from "./portfolio/remember-scope";
import { AT_RISK, renewsCondition, triageWhere } from "./triage-filter";

/** How many accounts, and what those with an exchange rate are worth. */
export type Amount = { accounts: number; arrCents: number; withoutRate: number };
export type Standing = { total: Amount; tones: ToneCount[]; atRisk: Amount; renewingNotGreen: Amount };

const AMOUNT = sql`count(*)::int as accounts, coalesce(sum(t.arr_cents), 0)::bigint as "arrCents",
  (count(*) - count(t.arr_cents))::int as "withoutRate"`;

/** How the accounts of a scope stand in the current run: by band, at risk, and renewing soon without being green. From the run's
 * aggregates where these know. */
export async function getStanding(ctx: Ctx, scope: Pick<PortfolioScope, "book" | "segment">): Promise<Standing> {
  const counted = await findCountedSlice(ctx, scope);
  const { tones, atRisk, renewingNotGreen } = await (counted
    ? fromAggregates(ctx, counted)
    : rememberNow(ctx, scope, "standing now", () => fromAccounts(ctx, scope)));
  const total = { ...NOTHING };
  for (const { accounts, arrCents, withoutRate } of tones) {
    total.accounts += accounts;
    total.arrCents += arrCents;
    total.withoutRate += withoutRate;
  }
  return { total, tones, atRisk, renewingNotGreen };
}

const NOTHING: Amount = { accounts: 0, arrCents: 0, withoutRate: 0 };

async function fromAggregates(ctx: Ctx, { dimension, value }: NonNullable<PortfolioScope["counted"]>) {
  const [{ rows: tones }, { rows: tiles }] = await Promise.all([
    ctx.db.execute<ToneCount>(sql`
      select tone::int as tone, sum(accounts)::int as accounts, sum(arr_cents)::bigint as "arrCents",
        sum(without_rate)::int as "withoutRate"
      from portfolio_day where day = ${ctx.today} and dimension = ${dimension} and value = ${value} group by 1 order by 1 desc`),
    ctx.db.execute<Amount & { tile: string }>(sql`
      select tile, accounts, arr_cents as "arrCents", without_rate as "withoutRate"
      from portfolio_tiles where dimension = ${dimension} and value = ${value}`),
  ]);
  const tileOf = (name: string): Amount => {
    const found = tiles.find(({ tile }) => tile === name);
    return found ? { accounts: found.accounts, arrCents: found.arrCents, withoutRate: found.withoutRate } : NOTHING;
  };
  return { tones, atRisk: tileOf("at_risk"), renewingNotGreen: tileOf("near_not_green") };
}

async function fromAccounts(ctx: Ctx, scope: Pick<PortfolioScope, "book" | "segment">) {
  const where = triageWhere(ctx, { book: scope.book, segment: scope.segment });
  const [{ rows: tones }, { rows: risky }, { rows: near }] = await Promise.all([
    ctx.db.execute<ToneCount>(
      sql`select t.tone::int as tone, ${AMOUNT} from triage t where ${where} group by t.tone order by t.tone desc`,
    ),
    ctx.db.execute<Amount>(sql`select ${AMOUNT} from triage t where ${where} and ${AT_RISK}`),
    ctx.db.execute<Amount>(
      sql`select ${AMOUNT} from triage t where ${where} and t.tone <> 3 and ${renewsCondition(ctx, NEAR_DAYS)}`,
    ),
  ]);
  return { tones, atRisk: risky[0] as Amount, renewingNotGreen: near[0] as Amount };
}
