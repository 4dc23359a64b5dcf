import type { Metadata } from "next";
import { loadView } from "@/app/(app)/portfolio/load-view";
import { AccountList } from "@/components/portfolio/account-list";
import { PortfolioKeys } from "@/components/portfolio/portfolio-keys";
import { prepareRenewals } from "@/components/portfolio/prepare-renewals";
import { RenewalsSection } from "@/components/portfolio/renewals-section";
import { TableToggle } from "@/components/portfolio/table-toggle";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { SegmentedLinks } from "@/components/ui/segmented";
import { listPortfolioAccounts } from "@/db/queries/list-portfolio-accounts";
import { listRenewals } from "@/db/queries/portfolio/list-renewals";
import { addDays, addMonths } from "@/lib/core/calendar";
import { ladderMonths } from "@/lib/core/portfolio/ladder-months";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Renewals" };

/** What decides in the next twelve months by health band, and the accounts of it by ARR. */
export default async function RenewalsPage({ searchParams }: PageProps<"/portfolio/renewals">) {
  const { ctx, params, run, settings, view } = await loadView(searchParams, paths.renewals);
  const { currency } = settings;
  const { scope, query } = view;
  const { from, to } = ladderMonths(ctx.today);
  const decides = { from, to: addDays(addMonths(to, 1), -1) };
  const [sums, { rows, next }] = await Promise.all([
    listRenewals(ctx, scope, from, to),
    listPortfolioAccounts(ctx, { ...scope, decides }),
  ]);
  const all = paths.portfolioAccounts({ ...query, decides: `${decides.from}..${decides.to}` });
  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-1 text-xs">
        <Link href={paths.portfolio(query)} className="text-primary underline">
          Portfolio
        </Link>
      </nav>
      <PageHeader title="Renewals in twelve months" run={run}>
        <SegmentedLinks label="Whose accounts" current={String(scope.book)} options={view.owners} />
        <SegmentedLinks label="Unit" current={params.unit} options={view.units} />
        <ExportMenu list="renewals" />
      </PageHeader>
      <PortfolioKeys
        unit={view.units.find(({ value }) => value !== params.unit)?.href ?? ""}
        earlier={null}
        later={null}
      />
      <div className="flex flex-col gap-4">
        <Card title="By month and band" aside={<TableToggle />}>
          <RenewalsSection
            ladder={prepareRenewals(sums, ctx.today, params.unit, currency)}
            unit={params.unit}
            currency={currency}
            query={query}
          />
        </Card>
        <section aria-label="By ARR">
          <AccountList
            rows={rows}
            kind="now"
            today={ctx.today}
            currency={currency}
            sort={{ current: "arr", descending: ["arr"], hrefs: {} }}
            first={null}
            next={next && all}
          />
        </section>
      </div>
    </>
  );
}
