import type { Metadata } from "next";
import { loadView } from "@/app/(app)/portfolio/load-view";
import { ArrBridge } from "@/components/portfolio/arr-bridge";
import { Finding } from "@/components/portfolio/finding";
import { MovedTile } from "@/components/portfolio/headline-tiles";
import { MigrationMatrix } from "@/components/portfolio/migration-matrix";
import { PortfolioKeys } from "@/components/portfolio/portfolio-keys";
import type { Step } from "@/components/portfolio/prepare-flows";
import { shiftOf } from "@/components/portfolio/prepare-migration";
import { ScopeBar } from "@/components/portfolio/scope-bar";
import { TableToggle } from "@/components/portfolio/table-toggle";
import { WhoMoved } from "@/components/portfolio/who-moved";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { SegmentedLinks } from "@/components/ui/segmented";
import { listMigration, type Migration } from "@/db/queries/list-migration";
import { listSegments } from "@/db/queries/list-segments";
import { daysBetweenEnds } from "@/lib/core/portfolio/period";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Who moved" };

/** Who moved between two days, with the accounts that joined, left and were re-scored told apart. */
export default async function MigrationPage({ searchParams }: PageProps<"/portfolio/migration">) {
  const { ctx, params, run, settings, view } = await loadView(searchParams, paths.migration);
  const { currency } = settings;
  const { scope, period, query } = view;
  const { unit } = params;
  const via = [...new Set(params.via)].filter((day) => day > period.from && day < period.to).sort();
  const days = [period.from, ...via.slice(0, 2), period.to];
  const [{ from, to, moves }, segments, steps] = await Promise.all([
    listMigration(ctx, scope, period.from, period.to),
    listSegments(ctx),
    via.length > 0
      ? Promise.all(days.slice(1).map((day, i) => listMigration(ctx, scope, days[i] ?? day, day)))
      : Promise.resolve([]),
  ]);
  const between = from && to && from < to ? { from, to } : null;
  const shift = shiftOf(moves);
  const drawnAt = (more: readonly string[]) =>
    paths.migration({ ...view.kept, ...query, ...period, via: more.join(",") });
  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-1 text-xs">
        <Link href={paths.portfolio({ ...query, ...period })} className="text-primary underline">
          Portfolio
        </Link>
      </nav>
      <PageHeader
        title={between ? `Who moved, ${dayText(between.from)} → ${dayText(between.to)}` : "Who moved"}
        run={run}
      >
        <SegmentedLinks label="Unit" current={unit} options={view.units} />
        {between && <ExportMenu list="migration" />}
      </PageHeader>
      <ScopeBar
        action={paths.migration()}
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
      {between ? (
        <div className="flex flex-col gap-4">
          <div className="grid gap-3 md:grid-cols-[1fr_auto]">
            <Finding greens={shift.greens} between={between} query={query} />
            <MovedTile down={shift.down} up={shift.up} between={between} currency={currency} query={query} />
          </div>
          <Card
            title="Flows"
            aside={
              <Drawn isByMonth={via.length > 0} oneStep={drawnAt([])} byMonth={drawnAt(daysBetweenEnds(period))} />
            }
          >
            <WhoMoved
              steps={drawnSteps(steps, { ...between, moves })}
              unit={unit}
              currency={currency}
              query={query}
              width={1100}
              height={360}
            />
          </Card>
          <Card>
            <MigrationMatrix moves={moves} between={between} currency={currency} unit={unit} query={query} />
            <ArrBridge moves={moves} between={between} currency={currency} />
          </Card>
          {moves.some(({ rescored }) => rescored) && (
            <Card title="Re-scored by a new model">
              <p className="mb-3 text-muted-foreground">
                Another model scored these accounts at the end, so a change of band may be the model's, not the
                customer's.
              </p>
              <MigrationMatrix moves={moves} between={between} currency={currency} unit={unit} query={query} rescored />
            </Card>
          )}
        </div>
      ) : (
        <EmptyState kind="not_enough_history" title="Nothing to compare yet">
          Movement needs two scored days; no score lies within a month before {dayText(from ? period.to : period.from)}.
        </EmptyState>
      )}
    </>
  );
}

/** The steps between days that were scored, each from another day; else the whole period as one. */
function drawnSteps(steps: readonly Migration[], whole: Step): Step[] {
  const scored = steps.flatMap(({ from, to, moves }) => (from && to && from < to ? [{ from, to, moves }] : []));
  return scored.length > 1 && scored.length === steps.length ? scored : [whole];
}

function Drawn({ isByMonth, oneStep, byMonth }: { isByMonth: boolean; oneStep: string; byMonth: string }) {
  return (
    <div className="flex items-center gap-2">
      <SegmentedLinks
        label="Steps"
        current={isByMonth ? "months" : "one"}
        options={[
          { value: "one", label: "Two days", href: oneStep },
          { value: "months", label: "Days between", href: byMonth },
        ]}
      />
      <TableToggle />
    </div>
  );
}
