import { versionLines } from "@/components/charts/prepare-bands";
import { executiveMonths } from "@/components/portfolio/prepare-executive";
import { prepareHeat, sliceName } from "@/components/portfolio/prepare-heat";
import { recoveredOf, shiftOf } from "@/components/portfolio/prepare-migration";
import { prepareRenewals } from "@/components/portfolio/prepare-renewals";
import { getPortfolioScope } from "@/db/queries/get-portfolio-scope";
import { getStanding } from "@/db/queries/get-standing";
import { listBandsOverTime } from "@/db/queries/list-bands-over-time";
import { listModelMeasures } from "@/db/queries/list-model-measures";
import { listPortfolioAccounts } from "@/db/queries/list-portfolio-accounts";
import { listModelVersions } from "@/db/queries/model/list-model-versions";
import { getPast } from "@/db/queries/portfolio/get-past";
import { listCsmStandings } from "@/db/queries/portfolio/list-csm-standings";
import { listMeasureSums } from "@/db/queries/portfolio/list-measure-sums";
import { listRenewals } from "@/db/queries/portfolio/list-renewals";
import type { Book } from "@/db/queries/triage-filter";
import { addMonths, type Day } from "@/lib/core/calendar";
import { overtakenBy } from "@/lib/core/model-draft/overtaken-by";
import { ladderMonths } from "@/lib/core/portfolio/ladder-months";
import { monthsUntil, type Period } from "@/lib/core/portfolio/period";
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
  const ladder = ladderMonths(ctx.today);
  // In turns, so that one reader does not take every connection there is.
  const past = await getPast(ctx, scope, { from, to }, asOf);
  const { before, months, migration, averages, recovery, recoveryBefore } = past;
  const [standing, yearBefore] = await Promise.all([
    getStanding(ctx, scope),
    compare
      ? getPortfolioScope(ctx, scope).then((counted) => {
          const days = monthsUntil(asOf).map((day) => addMonths(day, -12));
          return listBandsOverTime(ctx, counted, days);
        })
      : null,
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
    versions: versionLines(
      months,
      versions.filter((version) => !version.withdrawn && !overtakenBy(version, versions, ctx.today)),
    ),
  };
}

export type LoadedPortfolio = Awaited<ReturnType<typeof loadPortfolio>>;
