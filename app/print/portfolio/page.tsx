import type { Metadata } from "next";
import { loadPortfolio } from "@/app/(app)/portfolio/load-portfolio";
import { loadView } from "@/app/(app)/portfolio/load-view";
import { PrintButton } from "@/components/brief/print-button";
import { accountsText, arrText } from "@/components/portfolio/amount-text";
import { Finding } from "@/components/portfolio/finding";
import { ReportCharts } from "@/components/portfolio/report-charts";
import { ReportFigures } from "@/components/portfolio/report-figures";
import { ReportTables } from "@/components/portfolio/report-tables";
import { ReportTrend } from "@/components/portfolio/report-trend";
import { Link } from "@/components/ui/link";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Portfolio report" };

const BOOKS: Record<string, string> = { all: "all accounts", team: "my team's accounts", me: "my accounts" };

/** The portfolio on two sheets of A4 across: how it stands and moved, then the numbers of every chart. */
export default async function PrintPortfolioPage({ searchParams }: PageProps<"/print/portfolio">) {
  const { ctx, params, run, settings, view } = await loadView(searchParams, paths.portfolio);
  const { name, currency } = settings;
  const { scope, period, query } = view;
  if (!run) return <p className="p-6">No scores yet.</p>;
  const { unit, by } = params;
  const found = await loadPortfolio(ctx, { scope, period, unit, by, compare: null, asOf: run.asOf, currency });
  const { standing, between, shift } = found;
  const whose = [BOOKS[String(scope.book)] ?? "one book", scope.segment].filter(Boolean).join(", ");
  return (
    <main
      id="content"
      className="report mx-auto flex w-full max-w-[1096px] flex-col gap-3 p-6 text-xs max-md:p-4 print:max-w-none print:p-0"
    >
      <p className="flex items-center gap-3 print:hidden">
        <PrintButton />
        <Link href={view.whole} className="text-primary underline">
          Back to the portfolio
        </Link>
      </p>
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="font-semibold text-lg">
          Portfolio · {accountsText(standing.total.accounts)} · {arrText(standing.total, currency)} ARR
        </h1>
        <p className="text-muted-foreground">
          {name}, {whose}, {dayText(ctx.today)}
        </p>
      </header>
      {between && <Finding greens={shift.greens} between={between} query={query} />}
      <div className="flex items-start gap-6 max-md:flex-wrap">
        <ReportCharts
          months={found.months}
          versions={found.versions}
          ladder={found.ladder}
          unit={unit}
          currency={currency}
          query={query}
        />
        <ReportFigures found={found} today={ctx.today} currency={currency} query={query} />
      </div>
      <div className="flex break-before-page flex-col gap-3">
        <ReportTrend months={found.executive} currency={currency} />
        <ReportTables found={found} by={by} currency={currency} />
      </div>
    </main>
  );
}
