import type { Metadata } from "next";
import { createLoader, parseAsNumberLiteral } from "nuqs/server";
import { CalibrationTable } from "@/components/divergences/calibration-table";
import { OverlayEvidence } from "@/components/divergences/overlay-evidence";
import { RightTable } from "@/components/divergences/right-table";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { SegmentedLinks } from "@/components/ui/segmented";
import { listReports } from "@/db/queries/divergences/list-reports";
import { findCurrentModel } from "@/db/queries/find-current-model";
import { listDecisionsBefore } from "@/db/queries/validation/list-decisions-before";
import { compileBands } from "@/lib/core/health/band";
import { knownCases } from "@/lib/core/validation/judged";
import { quarterOf } from "@/lib/core/validation/quarter-of";
import { byDisagreement, bySize, rightBy } from "@/lib/core/validation/right-table";
import { suggestOverlay } from "@/lib/core/validation/suggest-overlay";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { calibrations, disagreedWords, inOrder } from "./prepare";

export const metadata: Metadata = { title: "Who was right" };

const HORIZONS = [60, 90] as const;
const loadParams = createLoader({ horizon: parseAsNumberLiteral(HORIZONS).withDefault(90) });

/** Numbers, people and health against what customers then decided. */
export default async function RecordPage({ searchParams }: PageProps<"/divergences/record">) {
  const ctx = await viewerContext();
  const { horizon } = await loadParams(searchParams);
  const [past, model, reports] = await Promise.all([
    listDecisionsBefore(ctx, { horizon, version: null, withAuthors: true }),
    findCurrentModel(ctx),
    listReports(ctx),
  ]);
  const cases = knownCases(past);
  const { overlay, bands } = model?.definitions.default ?? {};
  const minGap = overlay?.divergenceMinGap ?? 15;
  const [all] = rightBy(cases, () => "all");
  const people = calibrations(cases, (personId) => reports === "all" || reports.has(personId));
  const published = cases.filter(({ said }) => said.source === "published").length;
  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-1 text-xs">
        <Link href={paths.divergences()} className="text-primary underline">
          Divergences
        </Link>
      </nav>
      <PageHeader title="Who was right">
        <SegmentedLinks
          label="Days before the decision"
          current={String(horizon)}
          options={HORIZONS.map((days) => ({
            value: String(days),
            label: `${days} days before`,
            href: paths.whoWasRight({ horizon: days }),
          }))}
        />
      </PageHeader>
      {all ? (
        <div className="flex flex-col gap-4">
          <p className="max-w-prose text-muted-foreground">
            Below green is taken as “will be lost”, green as “will stay”. {all.n} decisions about which all three said
            something {horizon} days before: {published} as published then, the others replayed from what is known now.
          </p>
          <Card title="By quarter of the decision">
            <RightTable
              label="Right by quarter"
              head="Quarter"
              rows={rightBy(cases, quarterOf)}
              nameOf={(key) => key}
            />
          </Card>
          <Card title="Where they disagreed">
            <RightTable
              label="Right by how they disagreed"
              head="Numbers and people"
              rows={inOrder(rightBy(cases, byDisagreement(minGap)))}
              nameOf={disagreedWords}
            />
            <h3 className="mt-4 mb-1 font-medium">By how far apart they were</h3>
            <RightTable
              label="Right by points apart"
              head="Points apart"
              rows={rightBy(cases, bySize(minGap)).sort(
                (a, b) => Number.parseInt(a.key, 10) - Number.parseInt(b.key, 10),
              )}
              nameOf={(key) => key}
            />
          </Card>
          {people.length > 0 && (
            <Card title="Answers against decisions">
              <p className="mb-3 max-w-prose text-muted-foreground">
                For the one who answered and their manager. It says how to read somebody's answers, not who is better:
                books differ.
              </p>
              <CalibrationTable rows={people} />
            </Card>
          )}
          {overlay && bands && (
            <Card title="Would another overlay do better?">
              <OverlayEvidence evidence={suggestOverlay(cases, compileBands(bands), overlay)} />
            </Card>
          )}
        </div>
      ) : (
        <EmptyState kind="not_enough_history" title="No decision to check against yet">
          It takes outcomes (renewed, churned, …) and a score {horizon} days before them. Import outcomes.csv under
          Data.
        </EmptyState>
      )}
    </>
  );
}
