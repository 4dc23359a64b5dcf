import "server-only";
import { listPastCases } from "@/db/queries/divergences/list-past-cases";
import { getSettings } from "@/db/queries/get-settings";
import { countMembers } from "@/db/queries/portfolio/list-members";
import { basisOf } from "@/lib/core/forecast/basis";
import { expansionAhead } from "@/lib/core/forecast/expansion";
import { aheadOf, forecastOf } from "@/lib/core/forecast/forecast";
import { daysOf, type Period } from "@/lib/core/forecast/period";
import type { ListScope } from "@/lib/core/portfolio/list-scope";
import type { Ctx } from "@/lib/server/context";
import { listCalledOutcomes } from "./list-called-outcomes";
import { listDecidedContracts } from "./list-decided-contracts";
import { listRenewalsAhead } from "./list-renewals-ahead";

const EVER = "1900-01-01";

/** Everything that the forecast of a scope shows; the page and the export read the same. */
export async function getForecast(ctx: Ctx, { book, segment }: ListScope, period: Period) {
  const scope = { book, segment: segment ?? undefined };
  const settings = await getSettings(ctx);
  const [past, renewals, decided, called, candidates] = await Promise.all([
    listPastCases(ctx, { horizon: 90 }),
    listRenewalsAhead(ctx, scope, aheadOf(ctx.today)),
    listDecidedContracts(ctx, { from: EVER, to: ctx.today }),
    listCalledOutcomes(ctx),
    countMembers(ctx, "expansion", scope),
  ]);
  const basis = basisOf(past, settings.forecastRates);
  const days = daysOf(period, ctx.today, settings.fiscalStartMonth);
  const green = past.filter(({ healthTone }) => healthTone === 3);
  const expansion = expansionAhead(candidates, {
    expanded: green.filter(({ kind }) => kind === "expanded").length,
    decided: green.length,
    uplifts: decided.flatMap(({ kind, beforeCents, afterCents }) =>
      kind === "expanded" && beforeCents && afterCents !== null ? [(afterCents - beforeCents) / beforeCents] : [],
    ),
  });
  return {
    ...{ settings, basis, called, expansion, days },
    contracts: decided.filter(({ decidedOn }) => days.from <= decidedOn && decidedOn <= days.to),
    forecast: forecastOf(renewals, basis, ctx.today),
  };
}
