import { bookOf } from "@/app/api/v1/accounts/filter";
import { toneWord } from "@/app/api/v1/accounts/json";
import { getSettings } from "@/db/queries/get-settings";
import { listRenewals } from "@/db/queries/portfolio/list-renewals";
import { getModelStanding } from "@/db/queries/validation/get-model-standing";
import { getRenewals } from "@/lib/api/portfolio";
import { addDays, addMonths, monthOf } from "@/lib/core/calendar";
import { ladderMonths } from "@/lib/core/portfolio/ladder-months";
import { route } from "@/lib/server/route";

/** Accounts and ARR by the month in which they decide, and band. */
export const GET = route(getRenewals, async (ctx, { query }) => {
  const { from, to } = ladderMonths(ctx.today);
  const scope = { book: await bookOf(ctx, query.owner), segment: query.segment };
  const [{ currency }, sums, standing] = await Promise.all([
    getSettings(ctx),
    listRenewals(ctx, scope, from, to),
    getModelStanding(ctx),
  ]);
  const months = sums.map(({ month, tone, accounts, arrCents, withoutRate }) => ({
    month: monthOf(month),
    band: toneWord(tone),
    ...{ accounts, arr_cents: arrCents, without_rate: withoutRate },
  }));
  const total = { accounts: 0, arr_cents: 0, without_rate: 0 };
  for (const { accounts, arr_cents, without_rate } of months) {
    total.accounts += accounts;
    total.arr_cents += arr_cents;
    total.without_rate += without_rate;
  }
  return { from, to: addDays(addMonths(to, 1), -1), standing: standing.text, currency, months, total };
});
