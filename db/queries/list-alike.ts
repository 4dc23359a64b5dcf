import "server-only";
import { sql } from "drizzle-orm";
import { addDays } from "@/lib/core/calendar";
import { type Alike, alikeStays } from "@/lib/core/playbook/alike-stays";
import { isRecovered, type Stay, stayAge } from "@/lib/core/playbook/stay";
import type { Ctx } from "@/lib/server/context";
import { findCurrentModel } from "./find-current-model";
import { listStays, type StayRow } from "./list-stays";

export type AlikeCases = { of: number; recovered: Alike<StayRow>[]; tone: Stay["tone"]; segment: string | null };

const [LOOKBACK_DAYS, LEAST_DAYS] = [730, 90];
/** Of the accounts of today's book those nearest in ARR are looked at, and the latest that were lost. */
const [MOST_NEAR, MOST_LOST] = [400, 200];

/** Accounts like this one that recovered, of how many: past stays below green of its band and segment with ARR within a factor of 2,
 * 90 days or more ago. An account that is not below green is compared by its last stay there; null where it has none. */
export async function listAlike(ctx: Ctx, accountId: number): Promise<AlikeCases | null> {
  const period = { from: addDays(ctx.today, -LOOKBACK_DAYS), to: ctx.today };
  const own = (await listStays(ctx, { book: "all", accountIds: [accountId] }, period)).at(-1);
  if (!own) return null;
  const accountIds = await nearIds(ctx, own);
  const [stays, model] = await Promise.all([
    listStays(ctx, { book: "all", accountIds }, period),
    findCurrentModel(ctx),
  ]);
  const old = stays.filter((stay) => stayAge(stay, ctx.today) >= LEAST_DAYS);
  const alike = alikeStays(own, old, model?.definitions.default.bands ?? []);
  return {
    ...{ of: alike.length, tone: own.tone, segment: own.segment },
    recovered: alike.filter(({ stay }) => isRecovered(stay)),
  };
}

async function nearIds(ctx: Ctx, { segment, arrCents }: Pick<Stay, "segment" | "arrCents">): Promise<number[]> {
  const { rows } = await ctx.db.execute<{ id: number }>(sql`
    (select account_id as id from triage where segment is not distinct from ${segment}
      order by abs(coalesce(arr_cents, 0) - ${arrCents ?? 0}::bigint), account_id limit ${MOST_NEAR})
    union (select account_id from outcomes where kind = 'churned' and decided_on > ${ctx.today}::date - ${LOOKBACK_DAYS}::int
      order by decided_on desc, account_id limit ${MOST_LOST})`);
  return rows.map(({ id }) => id);
}
