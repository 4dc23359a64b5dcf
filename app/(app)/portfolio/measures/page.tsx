import type { Metadata } from "next";
import { heatAddress } from "@/app/(app)/portfolio/heat-address";
import { loadView } from "@/app/(app)/portfolio/load-view";
import { HeatTable } from "@/components/portfolio/heat-table";
import { prepareHeat, sliceName } from "@/components/portfolio/prepare-heat";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { SegmentedLinks } from "@/components/ui/segmented";
import { listModelMeasures } from "@/db/queries/list-model-measures";
import { listCsmStandings } from "@/db/queries/portfolio/list-csm-standings";
import { listMeasureSums } from "@/db/queries/portfolio/list-measure-sums";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "What measures give" };

/** What each measure gives the accounts of each segment or CSM, of what it could. */
export default async function MeasuresPage({ searchParams }: PageProps<"/portfolio/measures">) {
  const { ctx, params, run, view } = await loadView(searchParams, paths.portfolioMeasures);
  const { scope, query } = view;
  const { by } = params;
  const [sums, measures, csms] = await Promise.all([
    listMeasureSums(ctx, scope, by),
    listModelMeasures(ctx),
    listCsmStandings(ctx, scope),
  ]);
  const heat = prepareHeat(sums, measures, (value) => sliceName(by, value, csms));
  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-1 text-xs">
        <Link href={paths.portfolio(query)} className="text-primary underline">
          Portfolio
        </Link>
      </nav>
      <PageHeader title="What measures give" run={run}>
        <SegmentedLinks label="Whose accounts" current={String(scope.book)} options={view.owners} />
        <SegmentedLinks label="Rows" current={by} options={view.rows} />
        <ExportMenu list="measures" />
      </PageHeader>
      <Card>
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
    </>
  );
}
