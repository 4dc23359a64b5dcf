import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";
import { causeKey } from "./cause-key";
import type { Amount } from "./get-standing";
import { type LostFilter, lostAccounts } from "./lost-accounts";
import { type TriageFilter, triageWhere } from "./triage-filter";

type Scope = Pick<TriageFilter, "book" | "segment">;
/** What stands behind a cause: accounts with an open plan that names it, and accounts lost or reduced for it in a period. */
export type CauseRow = { cause: string; plans: Amount; losses: Amount };

const AMOUNT = sql`count(*)::int as accounts, coalesce(sum(t.arr_cents), 0)::bigint as "arrCents",
  (count(*) - count(t.arr_cents))::int as "withoutRate"`;
const NOTHING: Amount = { accounts: 0, arrCents: 0, withoutRate: 0 };

/** Causes by the ARR behind them, most first; "none" where nobody has named one. An account counts under the cause of its latest
 * open plan, and with what it lost under that of each loss. */
export async function listCauses(ctx: Ctx, scope: Scope, period: Pick<LostFilter, "from" | "to">): Promise<CauseRow[]> {
  // By the words that were written first, which are few: their keys are looked up once each.
  const count = async (from: SQL) =>
    (
      await ctx.db.execute<Amount & { cause: string }>(sql`
        select ${causeKey(sql`written.cause`)} as cause, sum(accounts)::int as accounts, sum("arrCents")::bigint as "arrCents",
          sum("withoutRate")::int as "withoutRate"
        from (select t.cause, ${AMOUNT} from ${from} where ${triageWhere(ctx, scope)} group by 1) written group by 1`)
    ).rows;
  const [plans, losses] = await Promise.all([
    count(sql`(
      select t.*, open.cause from triage t join (select distinct on (account_id) account_id, cause from plans
        where status = 'open' order by account_id, id desc) open using (account_id)) t`),
    count(sql`(${lostAccounts({ ...period, cause: null })}) t`),
  ]);
  const found = [...new Set([...plans, ...losses].map(({ cause }) => cause))];
  const amountOf = (rows: typeof plans, cause: string): Amount => {
    const row = rows.find((other) => other.cause === cause);
    return row ? { accounts: row.accounts, arrCents: row.arrCents, withoutRate: row.withoutRate } : NOTHING;
  };
  return found
    .map((cause) => ({ cause, plans: amountOf(plans, cause), losses: amountOf(losses, cause) }))
    .sort((a, b) => sumOf(b) - sumOf(a) || a.cause.localeCompare(b.cause));
}

function sumOf({ plans, losses }: CauseRow): number {
  return plans.arrCents + losses.arrCents;
}
