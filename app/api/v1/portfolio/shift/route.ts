import { getSettings } from "@/db/queries/get-settings";
import { listExternalIds } from "@/db/queries/list-external-ids";
import { getShift as getShiftOf, type QuarterCount } from "@/db/queries/portfolio/get-shift";
import { getShiftReasons } from "@/db/queries/portfolio/get-shift-reasons";
import { getModelStanding } from "@/db/queries/validation/get-model-standing";
import { getShift } from "@/lib/api/portfolio-shift";
import { quarterOf, quarterShown } from "@/lib/core/portfolio/quarter";
import { route } from "@/lib/server/route";

const WHOLE = { book: "all", segment: undefined } as const;

/** Whether a quarter of the whole book is a structural shift, with its slices, measures and accounts. */
export const GET = route(getShift, async (ctx, { query }) => {
  const { fiscalStartMonth } = await getSettings(ctx);
  const standing = (await getModelStanding(ctx)).text;
  const quarter = query.quarter
    ? quarterOf(query.quarter, fiscalStartMonth)
    : quarterShown(ctx.today, fiscalStartMonth);
  const shift = await getShiftOf(ctx, WHOLE, quarter);
  if (!shift) return { standing, shift: null };
  const { now, earlier, verdict } = shift;
  const { slices, measures, fallen } = await getShiftReasons(ctx, WHOLE, now);
  const ids = await listExternalIds(
    ctx,
    fallen.map(({ accountId }) => accountId),
  );
  return {
    standing,
    shift: {
      ...{ is_shift: verdict.isShift, ...countJson(now), share: verdict.share },
      ...{ usual_share: verdict.usual.rate, held_against: verdict.base, chance: verdict.chance },
      earlier: earlier.map(countJson),
      slices: slices.map(({ isBeyondChance, ...slice }) => ({ ...slice, beyond_chance: isBeyondChance })),
      measures: measures.measures,
      accounts: fallen.flatMap(({ accountId }) => ids.get(accountId) ?? []),
    },
  };
});

function countJson({ first, start, end, greens }: QuarterCount) {
  return { first, start, end, ...greens };
}
