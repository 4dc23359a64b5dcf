import type { Metadata } from "next";
import { bookOf } from "@/app/(app)/portfolio/search-params";
import { FallenList } from "@/components/portfolio/fallen-list";
import { ShiftMeasures } from "@/components/portfolio/shift-measures";
import { ShiftQuarters } from "@/components/portfolio/shift-quarters";
import { ShiftRule } from "@/components/portfolio/shift-rule";
import { ShiftSlices } from "@/components/portfolio/shift-slices";
import { quarterWords } from "@/components/portfolio/shift-words";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { SegmentedLinks } from "@/components/ui/segmented";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getSettings } from "@/db/queries/get-settings";
import { getShift } from "@/db/queries/portfolio/get-shift";
import { getShiftReasons } from "@/db/queries/portfolio/get-shift-reasons";
import { isInSlice, sliceOfAddress } from "@/lib/core/portfolio/slice-address";
import { sliceWords } from "@/lib/core/portfolio/slice-words";
import { countText, dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { loadShiftParams, quarterAsked } from "./search-params";

export const metadata: Metadata = { title: "Structural shift" };

const OWNERS = { me: "Me", team: "Team", all: "All" };

/** What became of a quarter's greens: the rule with its figures, the quarters before, where the falls sit, what moved them. */
export default async function ShiftPage({ searchParams }: PageProps<"/portfolio/shift">) {
  const ctx = await viewerContext();
  const params = await loadShiftParams(searchParams);
  const [run, { currency, fiscalStartMonth }] = await Promise.all([getCurrentRun(ctx), getSettings(ctx)]);
  const quarter = quarterAsked(params.quarter, ctx.today, fiscalStartMonth);
  const scope = { book: bookOf(params.owner, ctx.actor.roles), segment: params.segment ?? undefined };
  const shift = await getShift(ctx, scope, quarter);
  const query = { owner: String(scope.book), segment: scope.segment, quarter: quarter.first };
  const header = (
    <>
      <nav aria-label="Breadcrumb" className="mb-1 text-xs">
        <Link href={paths.portfolio({ owner: query.owner, segment: query.segment })} className="text-primary underline">
          Portfolio
        </Link>
      </nav>
      <PageHeader title={`Structural shift, ${quarterWords(quarter)}`} run={run}>
        <SegmentedLinks
          label="Whose accounts"
          current={query.owner}
          options={Object.entries(OWNERS).map(([owner, label]) => ({
            value: owner,
            label,
            href: paths.shift({ ...query, owner }),
          }))}
        />
        {shift && <ExportMenu list="shift" />}
      </PageHeader>
    </>
  );
  if (!shift)
    return (
      <>
        {header}
        <EmptyState kind="not_enough_history" title="Nothing to compare in this quarter">
          It needs a score within a month before {dayText(quarter.first)}, and one in the quarter.
        </EmptyState>
      </>
    );
  const { now, earlier, verdict } = shift;
  const { slices, looked, fallen, measures } = await getShiftReasons(ctx, scope, now);
  const terms = params.slice ? sliceOfAddress(params.slice) : [];
  const rows = fallen.filter(({ values }) => isInSlice(values, terms));
  return (
    <>
      {header}
      <div className="flex flex-col gap-4">
        <p className="rounded-card border bg-card px-4 py-3">
          <strong className="font-semibold">
            {verdict.isShift ? "This quarter is a structural shift." : "This quarter is no structural shift."}
          </strong>{" "}
          {countText(now.greens.fallen)} of {countText(now.greens.greens)} greens of {dayText(now.start)} are no longer
          green on {dayText(now.end)}.
        </p>
        <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
          <div className="flex flex-col gap-4">
            <ShiftRule greens={now.greens} verdict={verdict} />
            <ShiftMeasures {...measures} />
            <ShiftQuarters quarters={[now, ...earlier]} hrefOf={(first) => paths.shift({ ...query, quarter: first })} />
          </div>
          <ShiftSlices
            slices={slices}
            looked={looked}
            shown={params.slice}
            hrefOf={(slice) => `${paths.shift({ ...query, slice })}#accounts`}
          />
        </div>
        <Card
          id="accounts"
          title={
            terms.length > 0
              ? `${countText(rows.length)} of ${countText(fallen.length)} that fell: ${sliceWords(terms)}`
              : `The ${countText(fallen.length)} that fell`
          }
          aside={
            terms.length > 0 && (
              <Link href={paths.shift(query)} scroll={false} className="text-primary text-sm underline">
                Show all {countText(fallen.length)}
              </Link>
            )
          }
        >
          {rows.length === 0 ? (
            <p className="text-muted-foreground">None.</p>
          ) : (
            <FallenList
              key={params.slice}
              rows={rows.map(({ am: _, values: __, ...row }) => row)}
              currency={currency}
            />
          )}
        </Card>
      </div>
    </>
  );
}
