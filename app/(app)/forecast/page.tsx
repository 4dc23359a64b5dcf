import type { Metadata } from "next";
import { scopeAsked } from "@/app/(app)/portfolio/lists/search-params";
import { BasisSection } from "@/components/forecast/basis-section";
import { CallList } from "@/components/forecast/call-list";
import { ExpansionSection } from "@/components/forecast/expansion-section";
import { moneyRange, PERIOD_WORDS } from "@/components/forecast/forecast-words";
import { MonthsTable } from "@/components/forecast/months-table";
import { RecordSection } from "@/components/forecast/record-section";
import { RetentionSection } from "@/components/forecast/retention-section";
import { WeekSection } from "@/components/forecast/week-section";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedLinks } from "@/components/ui/segmented";
import { getForecast } from "@/db/queries/forecast/get-forecast";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { may, mayEver } from "@/lib/core/access";
import { addDays } from "@/lib/core/calendar";
import { CALL_WORDS, type Call } from "@/lib/core/forecast/calls";
import { PERIODS } from "@/lib/core/forecast/period";
import { moneyShort, monthText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { loadForecastParams, renewalsAsked } from "./search-params";

/** A screen of rows; the export has all. */
const MOST_LISTED = 300;

export const metadata: Metadata = { title: "Forecast" };

/** What renews when, what it is expected to bring, and what people say of it. */
export default async function ForecastPage({ searchParams }: PageProps<"/forecast">) {
  const ctx = await viewerContext();
  const params = await loadForecastParams(searchParams);
  const { roles } = ctx.actor;
  const scope = scopeAsked(params, roles);
  const query = { owner: String(scope.book), segment: scope.segment, period: params.period };
  const [run, found] = await Promise.all([getCurrentRun(ctx), getForecast(ctx, scope, params.period)]);
  const { settings, forecast, basis, kept, contracts, called, expansion, days } = found;
  const { currency } = settings;
  if (!run)
    return (
      <>
        <PageHeader title="Forecast" />
        <EmptyState kind="first_run" title="No scores yet">
          Import accounts and their signals; scores follow by themselves.
        </EmptyState>
      </>
    );
  const { whole, months, rows, week } = forecast;
  const month = params.month ?? months.find(({ n }) => n > 0)?.month ?? null;
  const asked = month ? renewalsAsked(rows, { month, call: params.call }) : [];
  const listed = asked.slice(0, MOST_LISTED);
  return (
    <>
      <PageHeader title="Forecast" run={run}>
        <SegmentedLinks
          label="Whose accounts"
          current={String(scope.book)}
          options={["me", "team", "all"].map((owner) => ({
            value: owner,
            label: owner[0]?.toUpperCase() + owner.slice(1),
            href: paths.forecast({ ...query, owner }),
          }))}
        />
        {rows.length > 0 && <ExportMenu list="forecast" />}
      </PageHeader>
      <div className="flex flex-col gap-4">
        <p className="rounded-card border bg-card px-4 py-3">
          <strong className="font-semibold">
            {moneyShort(whole.arrCents, currency)} of {whole.n} renewals decides in twelve months
          </strong>
          {whole.money && `; ${moneyRange(whole.money, currency)} of it is expected to stay`}.
          {whole.withoutBand > 0 &&
            basis.kind !== "none" &&
            ` ${whole.withoutBand} without a band are not in the expected sum.`}
          {whole.withoutRate > 0 && ` ${whole.withoutRate} without an exchange rate are in no sum.`}
        </p>
        <BasisSection
          basis={basis}
          kept={kept}
          rates={settings.forecastRates}
          mayType={mayEver(roles, "settings:write")}
        />
        {whole.n === 0 ? (
          <EmptyState kind="nothing_matches" title="Nobody of these accounts decides within twelve months" />
        ) : (
          <>
            <Card title="By month of the decide-by date">
              <MonthsTable
                months={months}
                whole={whole}
                current={month ?? ""}
                currency={currency}
                hrefOf={(of, call) => `${paths.forecast({ ...query, month: of, call })}#renewals`}
              />
            </Card>
            <Card id="renewals" title={`${listTitle(month, params.call)}: ${asked.length}`}>
              {listed.length < asked.length && (
                <p className="mb-2 text-muted-foreground">
                  The first {listed.length} by decide-by date; all are in the export.
                </p>
              )}
              <CallList
                key={`${month} ${params.call} ${scope.book}`}
                currency={currency}
                rows={listed.map((row) => ({ ...row, mayCall: may(roles, "forecast:call", row) }))}
              />
            </Card>
            <WeekSection week={week} rows={rows} since={addDays(ctx.today, -7)} currency={currency} />
          </>
        )}
        <RetentionSection
          contracts={contracts}
          currency={currency}
          period={{
            current: params.period,
            ...days,
            options: PERIODS.map((value) => ({
              value,
              label: PERIOD_WORDS[value],
              href: paths.forecast({ ...query, month: params.month, period: value }),
            })),
          }}
        />
        <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
          <RecordSection decided={called} />
          <ExpansionSection
            ahead={expansion}
            href={paths.portfolioList("expansion", { owner: query.owner, segment: query.segment })}
            currency={currency}
          />
        </div>
      </div>
    </>
  );
}

/** "Renewals of Dec 2026 called at risk". */
function listTitle(month: string | null, call: Call | "none" | null): string {
  const of = month === "all" ? "twelve months" : month ? monthText(month) : "the month";
  if (call === null) return `Renewals of ${of}`;
  return call === "none"
    ? `Renewals of ${of} that nobody called`
    : `Renewals of ${of} called ${CALL_WORDS[call].toLowerCase()}`;
}
