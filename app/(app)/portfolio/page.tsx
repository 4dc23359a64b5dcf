import type { Metadata } from "next";
import Link from "next/link";
import { HoldNotice } from "@/components/data/hold-notice";
import { HoursSection } from "@/components/playbook/hours-section";
import { accountsText, arrText } from "@/components/portfolio/amount-text";
import { BandsSection } from "@/components/portfolio/bands-section";
import { CausesSection } from "@/components/portfolio/causes-section";
import { Finding } from "@/components/portfolio/finding";
import { MigrationMatrix } from "@/components/portfolio/migration-matrix";
import { PortfolioKeys } from "@/components/portfolio/portfolio-keys";
import { marginOf, shiftOf, TONES } from "@/components/portfolio/prepare-migration";
import { monthsUntil } from "@/components/portfolio/prepare-period";
import { ScopeBar } from "@/components/portfolio/scope-bar";
import { BandTiles, MovedTiles, RiskTiles } from "@/components/portfolio/standing-tiles";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getPortfolioScope } from "@/db/queries/get-portfolio-scope";
import { getSettings } from "@/db/queries/get-settings";
import { getStanding } from "@/db/queries/get-standing";
import { listBandsOverTime } from "@/db/queries/list-bands-over-time";
import { listCauses } from "@/db/queries/list-causes";
import { listMigration } from "@/db/queries/list-migration";
import { listSegments } from "@/db/queries/list-segments";
import { listHeldAccounts } from "@/db/queries/playbooks/list-held-accounts";
import { listPlaybooks } from "@/db/queries/playbooks/list-playbooks";
import { listHolds } from "@/db/queries/sources/list-holds";
import { mayEver } from "@/lib/core/access";
import { hoursHeld } from "@/lib/core/playbook/hours-held";
import { NEAR_DAYS } from "@/lib/core/portfolio/slice-sums";
import { dayNear, dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { portfolioView } from "./portfolio-view";
import { loadPortfolioParams } from "./search-params";
import { ShiftBlock } from "./shift-block";

export const metadata: Metadata = { title: "Portfolio" };

/** How a book stands, how it stood each month, and who moved between two days. */
export default async function PortfolioPage({ searchParams }: PageProps<"/portfolio">) {
  const ctx = await viewerContext();
  const params = await loadPortfolioParams(searchParams);
  const [run, settings] = await Promise.all([getCurrentRun(ctx), getSettings(ctx)]);
  const view = portfolioView(params, {
    roles: ctx.actor.roles,
    today: ctx.today,
    fiscalStartMonth: settings.fiscalStartMonth,
    path: paths.portfolio,
  });
  const { scope, period, query } = view;
  if (!run) {
    return (
      <>
        <PageHeader title="Portfolio" />
        <EmptyState kind="first_run" title="No scores yet">
          Import accounts and their signals; scores follow by themselves.
        </EmptyState>
      </>
    );
  }
  const [standing, months, migration, segments, causes, held, { playbooks }] = await Promise.all([
    getStanding(ctx, scope),
    getPortfolioScope(ctx, scope).then((counted) => listBandsOverTime(ctx, counted, monthsUntil(run.asOf))),
    listMigration(ctx, scope, period.from, period.to),
    listSegments(ctx),
    listCauses(ctx, scope, period),
    listHeldAccounts(ctx, scope),
    listPlaybooks(ctx),
  ]);
  const { currency } = settings;
  const { from, to, moves } = migration;
  const between = from && to && from < to ? { from, to } : null;
  const shift = shiftOf(moves);
  const unit = params.unit;
  const { accounts } = standing.total;
  return (
    <>
      <PageHeader title={`Portfolio · ${accountsText(accounts)} · ${arrText(standing.total, currency)} ARR`} run={run}>
        <ButtonLink href={paths.portfolioLists()}>Lists</ButtonLink>
        {mayEver(ctx.actor.roles, "book:cover") && <ButtonLink href={paths.books()}>Books</ButtonLink>}
      </PageHeader>
      <ShiftBlock ctx={ctx} fiscalStartMonth={settings.fiscalStartMonth} />
      <HoldNotice holds={await listHolds(ctx)} maySettle={mayEver(ctx.actor.roles, "hold:settle")} />
      <ScopeBar
        action={paths.portfolio()}
        book={String(scope.book)}
        owners={view.owners}
        segment={params.segment}
        segments={segments}
        period={period}
        today={ctx.today}
        kept={view.kept}
      />
      <PortfolioKeys
        unit={view.units.find(({ value }) => value !== unit)?.href ?? ""}
        earlier={view.earlier}
        later={view.later}
      />
      {accounts === 0 && moves.length === 0 ? (
        <EmptyState
          kind="nothing_matches"
          title="No account is in this book"
          action={
            <Link href={paths.portfolio({ owner: "all" })} className="text-primary underline">
              Show all accounts
            </Link>
          }
        />
      ) : (
        <div className="flex flex-col gap-4">
          {between && <Finding greens={shift.greens} between={between} query={query} />}
          <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
            <BandTiles
              standing={standing}
              currency={currency}
              unit={unit}
              query={query}
              start={
                between && {
                  words: dayNear(between.from, between.to),
                  totals: TONES.map((tone) => marginOf(moves, "from", tone)),
                }
              }
            />
            <RiskTiles standing={standing} nearDays={NEAR_DAYS} currency={currency} query={query} />
            {between && <MovedTiles {...shift} between={between} currency={currency} query={query} />}
          </div>
          <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
            <BandsSection months={months} unit={unit} units={view.units} currency={currency} query={query} />
            <Card
              title={between ? `Who moved, ${dayText(between.from)} → ${dayText(between.to)}` : "Who moved"}
              aside={
                <Link href={paths.migration({ ...query, ...period })} className="text-primary text-sm underline">
                  Full width
                </Link>
              }
            >
              {between ? (
                <MigrationMatrix moves={moves} between={between} currency={currency} unit={unit} query={query} />
              ) : (
                <p className="text-muted-foreground">Movement appears once two days of the period are scored.</p>
              )}
            </Card>
          </div>
          <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
            <CausesSection causes={causes} period={period} currency={currency} query={query} />
            <HoursSection
              hours={hoursHeld(
                held,
                playbooks.map(({ playbook }) => playbook),
              )}
            />
          </div>
        </div>
      )}
    </>
  );
}
