import { versionLines } from "@/components/charts/prepare-bands";
import { executiveMonths } from "@/components/portfolio/prepare-executive";
import { prepareHeat, sliceName } from "@/components/portfolio/prepare-heat";
import { recoveredOf, shiftOf } from "@/components/portfolio/prepare-migration";
import { monthsUntil, type Period } from "@/components/portfolio/prepare-period";
import { prepareRenewals } from "@/components/portfolio/prepare-renewals";
import { getPortfolioScope } from "@/db/queries/get-portfolio-scope";
import { getStanding } from "@/db/queries/get-standing";
import { listBandsOverTime } from "@/db/queries/list-bands-over-time";
import { listMigration } from "@/db/queries/list-migration";
import { listModelMeasures } from "@/db/queries/list-model-measures";
import { listPortfolioAccounts } from "@/db/queries/list-portfolio-accounts";
import { listModelVersions } from "@/db/queries/model/list-model-versions";
import { getStandingOn } from "@/db/queries/portfolio/get-standing-on";
import { listCsmStandings } from "@/db/queries/portfolio/list-csm-standings";
import { listHealthAverages } from "@/db/queries/portfolio/list-health-averages";
import { listMeasureSums } from "@/db/queries/portfolio/list-measure-sums";
import { listRenewals } from "@/db/queries/portfolio/list-renewals";
import type { Book } from "@/db/queries/triage-filter";
import { addDays, addMonths, type Day } from "@/lib/core/calendar";
import { ladderMonths } from "@/lib/core/portfolio/ladder-months";
import { NEAR_DAYS } from "@/lib/core/portfolio/slice-sums";
import type { Ctx } from "@/lib/server/context";

interface Asked {
  scope: { book: Book; segment: string | undefined };
  period: Period;
  unit: "accounts" | "arr";
  by: "segment" | "csm";
  compare: "year" | null;
  asOf: Day;
  currency: string;
}

/** Everything that the portfolio's page and its report on paper show of a scope. */
export async function loadPortfolio(ctx: Ctx, { scope, period, unit, by, compare, asOf, currency }: Asked) {
  const { from, to } = period;
  const asked = monthsUntil(asOf);
  const ladder = ladderMonths(ctx.today);
  const bands = (days: readonly Day[]) =>
    getPortfolioScope(ctx, scope).then((counted) => listBandsOverTime(ctx, counted, days));
  // In turns, so that one reader does not take every connection there is.
  const [standing, before, months, migration] = await Promise.all([
    getStanding(ctx, scope),
    getStandingOn(ctx, scope, from),
    bands(asked),
    listMigration(ctx, scope, from, to),
  ]);
  const scored = [...new Set(months.flatMap(({ day }) => day ?? []))];
  const [averages, yearBefore, recovery, recoveryBefore] = await Promise.all([
    listHealthAverages(ctx, scope, scored),
    compare ? bands(asked.map((day) => addMonths(day, -12))) : null,
    listMigration(ctx, scope, addDays(to, -NEAR_DAYS), to),
    listMigration(ctx, scope, addDays(from, -NEAR_DAYS), from),
  ]);
  const [renewals, soon, csms, versions] = await Promise.all([
    listRenewals(ctx, scope, ladder.from, ladder.to),
    listPortfolioAccounts(ctx, { ...scope, renewsWithin: NEAR_DAYS }, { limit: 5 }),
    listCsmStandings(ctx, scope),
    listModelVersions(ctx),
  ]);
  const [sums, measures] = await Promise.all([listMeasureSums(ctx, scope, by), listModelMeasures(ctx)]);
  const between =
    migration.from && migration.to && migration.from < migration.to ? { from: migration.from, to: migration.to } : null;
  return {
    ...{ standing, before, yearBefore, between, csms, measures },
    months,
    executive: executiveMonths(months, averages),
    moves: migration.moves,
    shift: shiftOf(migration.moves),
    recovery: { ...recoveredOf(recovery.moves), from: recovery.from, to: recovery.to },
    recoveryBefore: recoveryBefore.from && recoveryBefore.from < from ? recoveredOf(recoveryBefore.moves) : null,
    ladder: prepareRenewals(renewals, ctx.today, unit, currency),
    soon: soon.rows,
    heat: prepareHeat(sums, measures, (value) => sliceName(by, value, csms)),
    versions: versionLines(months, versions),
  };
}

export type LoadedPortfolio = Awaited<ReturnType<typeof loadPortfolio>>;
