import { bookOf } from "@/app/api/v1/accounts/filter";
import { toneWord } from "@/app/api/v1/accounts/json";
import { getPortfolioScope } from "@/db/queries/get-portfolio-scope";
import { getSettings } from "@/db/queries/get-settings";
import { listBandsOverTime } from "@/db/queries/list-bands-over-time";
import { getModelStanding } from "@/db/queries/validation/get-model-standing";
import { getDistribution } from "@/lib/api/portfolio";
import { route } from "@/lib/server/route";

/** Accounts and ARR by band on a day. */
export const GET = route(getDistribution, async (ctx, { query }) => {
  const asked = query.asof ?? ctx.today;
  const scope = await getPortfolioScope(ctx, { book: await bookOf(ctx, query.owner), segment: query.segment });
  const [{ currency }, [found]] = await Promise.all([getSettings(ctx), listBandsOverTime(ctx, scope, [asked])]);
  const bands = [3, 2, 1, 0].map((tone) => {
    const counted = found?.tones.find((other) => other.tone === tone);
    const { accounts = 0, arrCents = 0, withoutRate = 0 } = counted ?? {};
    return { band: toneWord(tone), accounts, arr_cents: arrCents, without_rate: withoutRate };
  });
  const total = { accounts: 0, arr_cents: 0, without_rate: 0 };
  for (const { accounts, arr_cents, without_rate } of bands) {
    total.accounts += accounts;
    total.arr_cents += arr_cents;
    total.without_rate += without_rate;
  }
  return { asked, day: found?.day ?? null, standing: (await getModelStanding(ctx)).text, currency, bands, total };
});
