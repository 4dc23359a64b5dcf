import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";
import type { PortfolioScope } from "./get-portfolio-scope";
import type { ToneCount } from "./list-bands-over-time";
import { AT_RISK, renewsCondition, triageWhere } from "./triage-filter";

/** How many accounts, and what those with an exchange rate are worth. */
export type Amount = { accounts: number; arrCents: number; withoutRate: number };
export type Standing = { total: Amount; tones: ToneCount[]; atRisk: Amount; renewingNotGreen: Amount };

/** Days before the decide-by date from which a renewal is near. */
export const NEAR_DAYS = 90;

const AMOUNT = sql`count(*)::int as accounts, coalesce(sum(t.arr_cents), 0)::bigint as "arrCents",
  (count(*) - count(t.arr_cents))::int as "withoutRate"`;

/** How the accounts of a scope stand in the current run: by band, at risk, and renewing soon without being green. */
export async function getStanding(ctx: Ctx, scope: Pick<PortfolioScope, "book" | "segment">): Promise<Standing> {
  const where = triageWhere(ctx, { book: scope.book, segment: scope.segment });
  const tones = ctx.db.execute<ToneCount>(
    sql`select t.tone::int as tone, ${AMOUNT} from triage t where ${where} group by t.tone order by t.tone desc`,
  );
  const atRisk = ctx.db.execute<Amount>(sql`select ${AMOUNT} from triage t where ${where} and ${AT_RISK}`);
  const renewing = ctx.db.execute<Amount>(
    sql`select ${AMOUNT} from triage t where ${where} and t.tone <> 3 and ${renewsCondition(ctx, NEAR_DAYS)}`,
  );
  const [{ rows: counted }, { rows: risky }, { rows: near }] = await Promise.all([tones, atRisk, renewing]);
  const total = { accounts: 0, arrCents: 0, withoutRate: 0 };
  for (const { accounts, arrCents, withoutRate } of counted) {
    total.accounts += accounts;
    total.arrCents += arrCents;
    total.withoutRate += withoutRate;
  }
  return { total, tones: counted, atRisk: risky[0] as Amount, renewingNotGreen: near[0] as Amount };
}
