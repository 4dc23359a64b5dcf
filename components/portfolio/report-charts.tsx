"use client";
import { type MonthOfBands, prepareBands, type Unit, type VersionLine } from "@/components/charts/prepare-bands";
import { StackChart } from "@/components/charts/stack-chart";
import { percentText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { BandsOver } from "./bands-over";
import type { Ladder } from "./prepare-renewals";
import { RenewalsSection } from "./renewals-section";

interface Props {
  months: readonly MonthOfBands[];
  versions: readonly VersionLine[];
  ladder: Ladder;
  unit: Unit;
  currency: string;
  query: Readonly<Record<string, string>>;
}

/** A chart fits its sheet only where its width is its own: one that asks the window is cut off at the edge. */
const WIDTH = 680;
const NAMES = ["No score", "Red", "Yellow", "Green"];
const ADDRESS = ["none", "red", "yellow", "green"];

/** The charts of the report, at a fixed width. */
export function ReportCharts({ months, versions, ladder, unit, currency, query }: Props) {
  const bands = prepareBands(months, unit);
  const nameOf = (column: number, tone: number) => `${bands.columns[column]?.name}: ${NAMES[tone]}`;
  const hrefOf = (column: number, tone: number) =>
    paths.portfolioAccounts({ ...query, band: ADDRESS[tone], asof: bands.columns[column]?.day });
  return (
    <div className="shrink-0 max-md:max-w-full max-md:overflow-x-auto">
      <div className="flex flex-col gap-3" style={{ width: WIDTH }}>
        <figure>
          <h2 className="font-semibold text-sm">Bands by month</h2>
          <figcaption className="mb-1 text-muted-foreground">{bands.finding}</figcaption>
          <StackChart
            id="report-bands"
            title={bands.finding}
            columns={bands.columns.map(({ label, parts }) => ({
              label,
              parts: parts.map(({ tone, share }) => ({ tone, size: share })),
            }))}
            top={1}
            ticks={[0, 0.5, 1]}
            tickText={percentText}
            nameOf={nameOf}
            hrefOf={hrefOf}
            over={<BandsOver ghosts={null} versions={versions} />}
            interval={0}
          />
        </figure>
        <section>
          <h2 className="font-semibold text-sm">Renewals by month</h2>
          <RenewalsSection ladder={ladder} unit={unit} currency={currency} query={query} isPaper />
        </section>
      </div>
    </div>
  );
}
