import { accountOf } from "@/app/api/v1/accounts/find";
import { tenth } from "@/app/api/v1/accounts/json";
import { getDecomposition } from "@/db/queries/get-decomposition";
import { getModelStanding } from "@/db/queries/validation/get-model-standing";
import { getScore } from "@/lib/api/scores";
import { apiNumber } from "@/lib/core/health/rounding";
import { AppError } from "@/lib/errors";
import { route } from "@/lib/server/route";

/** The score of an account on a date, decomposed; its shape is that of POST /score. */
export const GET = route(getScore, async (ctx, { params, query }) => {
  const { accountId, externalId } = await accountOf(ctx, params.id);
  const asOf = query.asof ?? ctx.today;
  if (asOf > ctx.today) throw new AppError("invalid", "asof: is after today", { asof: "is after today" });
  const found = await getDecomposition(ctx, accountId, { asOf, ...(query.version && { version: query.version }) });
  if (!found) throw new AppError("not_found", `"${externalId}" was not in the book on ${asOf}.`);
  const { scored, health, card } = found;
  return {
    account_id: externalId,
    as_of: found.asOf,
    basis: found.source === "published" ? ("as_published" as const) : ("replayed" as const),
    standing: (await getModelStanding(ctx)).text,
    run_id: found.runId,
    model_version: found.modelVersion,
    definition: found.definitionName,
    score: scored.score,
    exact: scored.exact,
    raw: scored.raw,
    band: scored.band?.key ?? null,
    coverage: scored.coverage,
    interval: scored.interval && ([apiNumber(scored.interval[0]), apiNumber(scored.interval[1])] as [number, number]),
    contributions: scored.contributions.map((part) => ({
      ...part,
      reading: typeof part.reading === "object" ? null : part.reading,
    })),
    qualitative: health.qualitative && { score: apiNumber(health.qualitative.score), tone: health.qualitative.tone },
    health: { score: tenth(health.score), band: health.band?.key ?? null },
    steps: health.steps.map(({ words }) => words),
    divergence: health.divergence && {
      sign: health.divergence.sign,
      gap: apiNumber(health.divergence.gap),
      tones: health.divergence.tones,
      severe: health.divergence.severe,
    },
    scorecard: card && {
      period: card.period,
      submitted_on: card.submittedOn,
      standing: card.standing ?? "in_force",
      ...card.answers,
    },
  };
});
