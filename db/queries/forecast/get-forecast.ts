import "server-only";
import { getSettings } from "@/db/queries/get-settings";
import { countMembers } from "@/db/queries/portfolio/list-members";
import { basisOf } from "@/lib/core/forecast/basis";
import { expansionAhead } from "@/lib/core/forecast/expansion";
import { aheadOf, forecastOf } from "@/lib/core/forecast/forecast";
import { lossKept } from "@/lib/core/forecast/loss-kept";
import { daysOf, type Period } from "@/lib/core/forecast/period";
import type { ListScope } from "@/lib/core/portfolio/list-scope";
import { knownCases } from "@/lib/core/validation/judged";
import type { Ctx } from "@/lib/server/context";
import { decisionsBehind } from "./get-renewal-basis";
import { listCalledOutcomes } from "./list-called-outcomes";
import { listDecidedContracts } from "./list-decided-contracts";
import { listRenewalsAhead } from "./list-renewals-ahead";

const EVER = "1900-01-01";

/** Everything that the forecast of a scope shows; the page and the export read the same. */
export async function getForecast(ctx: Ctx, { book, segment }: ListScope, period: Period) {
  const scope = { book, segment: segment ?? undefined };
  const settings = await getSettings(ctx);
  const [past, renewals, decided, called, candidates] = await Promise.all([
    decisionsBehind(ctx),
    listRenewalsAhead(ctx, scope, aheadOf(ctx.today)),
    listDecidedContracts(ctx, { from: EVER, to: ctx.today }),
    listCalledOutcomes(ctx),
    countMembers(ctx, "expansion", scope),
  ]);
  const basis = basisOf(knownCases(past), settings.forecastRates);
  const kept = lossKept(decided);
  const days = daysOf(period, ctx.today, settings.fiscalStartMonth);
  const green = past.filter(({ known }) => known?.healthTone === 3);
  const expansion = expansionAhead(candidates, {
    expanded: green.filter(({ kind }) => kind === "expanded").length,
    decided: green.length,
    uplifts: decided.flatMap(({ kind, beforeCents, afterCents }) =>
      kind === "expanded" && beforeCents && afterCents !== null ? [(afterCents - beforeCents) / beforeCents] : [],
    ),
  });
  return {
    ...{ settings, basis, kept, called, expansion, days },
    contracts: decided.filter(({ decidedOn }) => days.from <= decidedOn && decidedOn <= days.to),
    forecast: forecastOf(renewals, basis, ctx.today, kept),
  };
}
