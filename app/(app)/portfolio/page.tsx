import type { Metadata } from "next";
import { HoldNotice } from "@/components/data/hold-notice";
import { HoursSection } from "@/components/playbook/hours-section";
import { accountsText, arrText } from "@/components/portfolio/amount-text";
import { CausesSection } from "@/components/portfolio/causes-section";
import { Finding } from "@/components/portfolio/finding";
import { HeadlineTiles } from "@/components/portfolio/headline-tiles";
import { PortfolioKeys } from "@/components/portfolio/portfolio-keys";
import { marginOf, TONES } from "@/components/portfolio/prepare-migration";
import { ScopeBar } from "@/components/portfolio/scope-bar";
import { ShareButton } from "@/components/portfolio/share-button";
import { BandTiles } from "@/components/portfolio/standing-tiles";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { listCauses } from "@/db/queries/list-causes";
import { listSegments } from "@/db/queries/list-segments";
import { listHeldAccounts } from "@/db/queries/playbooks/list-held-accounts";
import { listPlaybooks } from "@/db/queries/playbooks/list-playbooks";
import { listHolds } from "@/db/queries/sources/list-holds";
import { mayEver } from "@/lib/core/access";
import { hoursHeld } from "@/lib/core/playbook/hours-held";
import { dayNear } from "@/lib/format";
import { paths } from "@/lib/paths";
import { loadPortfolio } from "./load-portfolio";
import { loadView } from "./load-view";
import { PortfolioCards } from "./portfolio-cards";
import { ShiftBlock } from "./shift-block";
import { TrendBlock } from "./trend-block";

export const metadata: Metadata = { title: "Portfolio" };

/** How a book stands, how it stood each month, and who moved between two days. */
export default async function PortfolioPage({ searchParams }: PageProps<"/portfolio">) {
  const { ctx, params, run, settings, view } = await loadView(searchParams, paths.portfolio);
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
  const { currency } = settings;
  const { unit, by, compare } = params;
  const found = await loadPortfolio(ctx, { scope, period, unit, by, compare, asOf: run.asOf, currency });
  const [segments, causes, held, { playbooks }, holds] = await Promise.all([
    listSegments(ctx),
    listCauses(ctx, scope, period),
    listHeldAccounts(ctx, scope),
    listPlaybooks(ctx),
    listHolds(ctx),
  ]);
  const { standing, between, shift, moves } = found;
  const { accounts } = standing.total;
  return (
    <>
      <PageHeader title={`Portfolio · ${accountsText(accounts)} · ${arrText(standing.total, currency)} ARR`} run={run}>
        <ShareButton address={view.whole} />
        <ButtonLink href={paths.printPortfolio(view.kept, period)}>Report</ButtonLink>
        <ButtonLink href={paths.portfolioLists()}>Lists</ButtonLink>
        {mayEver(ctx.actor.roles, "book:cover") && <ButtonLink href={paths.books()}>Books</ButtonLink>}
      </PageHeader>
      <ShiftBlock ctx={ctx} fiscalStartMonth={settings.fiscalStartMonth} />
      <HoldNotice holds={holds} maySettle={mayEver(ctx.actor.roles, "hold:settle")} />
      <ScopeBar
        action={paths.portfolio()}
        book={String(scope.book)}
        owners={view.owners}
        segment={params.segment}
        segments={segments}
        period={period}
        today={ctx.today}
        kept={view.kept}
        compared={view.compared}
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
            <HeadlineTiles
              {...{ standing, between, currency, query }}
              before={found.before}
              down={shift.down}
              up={shift.up}
              recovery={found.recovery}
              recoveryBefore={found.recoveryBefore}
              today={ctx.today}
            />
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
          </div>
          <TrendBlock ctx={ctx} scope={scope} period={period} query={query} accounts={accounts} />
          <PortfolioCards found={found} view={view} unit={unit} by={by} today={ctx.today} currency={currency} />
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
