import { AccountRows } from "@/components/portfolio/account-rows";
import { BandsSection } from "@/components/portfolio/bands-section";
import { CsmTable } from "@/components/portfolio/csm-table";
import { ExecutiveSection } from "@/components/portfolio/executive-section";
import { HeatTable } from "@/components/portfolio/heat-table";
import { MigrationMatrix } from "@/components/portfolio/migration-matrix";
import { RenewalsSection } from "@/components/portfolio/renewals-section";
import { WhoMoved } from "@/components/portfolio/who-moved";
import { ExportMenu } from "@/components/shell/export-menu";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { SegmentedLinks } from "@/components/ui/segmented";
import type { Day } from "@/lib/core/calendar";
import { NEAR_DAYS } from "@/lib/core/portfolio/slice-sums";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { heatAddress } from "./heat-address";
import type { LoadedPortfolio } from "./load-portfolio";
import type { PortfolioView } from "./portfolio-view";

interface Props {
  found: LoadedPortfolio;
  view: PortfolioView;
  unit: "accounts" | "arr";
  by: "segment" | "csm";
  today: Day;
  currency: string;
}

/** Bands by month, who moved, what renews, what measures give, and the CSMs. */
export function PortfolioCards({ found, view, unit, by, today, currency }: Props) {
  const { between, moves, months, executive, yearBefore, versions, ladder, soon, heat, measures, csms } = found;
  const { query, period } = view;
  const amount = { currency, unit, query };
  return (
    <>
      <Card title="Health beside customers and ARR">
        <ExecutiveSection months={executive} currency={currency} />
      </Card>
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <BandsSection
            {...amount}
            months={months}
            before={yearBefore}
            versions={versions}
            units={view.units}
            compared={view.compared}
          />
          <Card
            title="Renewals by month"
            aside={<FullWidth href={paths.renewals({ ...query, ...(unit === "arr" && { unit }) })} />}
          >
            <RenewalsSection {...amount} ladder={ladder} />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Card
            title={between ? `Who moved, ${dayText(between.from)} → ${dayText(between.to)}` : "Who moved"}
            aside={<FullWidth href={paths.migration({ ...query, ...period })} />}
          >
            {between ? (
              <>
                <WhoMoved {...amount} steps={[{ ...between, moves }]} />
                <MigrationMatrix {...amount} moves={moves} between={between} />
              </>
            ) : (
              <p className="text-muted-foreground">Movement appears once two days of the period are scored.</p>
            )}
          </Card>
          <Card title={`Deciding within ${NEAR_DAYS} days, by ARR`}>
            <AccountRows rows={soon} today={today} currency={currency} />
          </Card>
        </div>
      </div>
      <Card
        title="What measures give"
        aside={
          <div className="flex items-center gap-3">
            <SegmentedLinks label="Rows" current={by} options={view.rows} />
            <FullWidth href={paths.portfolioMeasures({ ...query, ...(by === "csm" && { by }) })} />
          </div>
        }
      >
        <figure>
          <figcaption className="mb-3 text-muted-foreground">{heat.finding}</figcaption>
          <HeatTable
            heat={heat}
            head={by === "csm" ? "CSM" : "Segment"}
            measures={measures}
            hrefOf={heatAddress(query, by)}
          />
        </figure>
      </Card>
      <Card title="By CSM" aside={<ExportMenu list="csms" />}>
        <CsmTable rows={csms} currency={currency} query={query} />
      </Card>
    </>
  );
}

function FullWidth({ href }: { href: string }) {
  return (
    <Link href={href} className="text-primary text-sm underline">
      Full width
    </Link>
  );
}
