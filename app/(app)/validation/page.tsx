import type { Metadata } from "next";
import { Suspense } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { PageSections } from "@/components/validation/page-sections";
import { PlainTiles } from "@/components/validation/plain-tiles";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getSettings } from "@/db/queries/get-settings";
import { getValidationSummary, type ValidationSummary } from "@/db/queries/validation/get-validation-summary";
import { openPast } from "@/db/queries/validation/open-past";
import { FEWEST_OUTCOMES } from "@/lib/core/validation/verdict";
import { isBeingComputed } from "@/lib/core/validation/verdict-sentence";
import { dayText } from "@/lib/format";
import { viewerContext } from "@/lib/server/viewer-context";
import { Charts } from "./charts";
import { Detail } from "./detail";
import { Horizons } from "./horizons";
import { Losses } from "./losses";
import { Notices } from "./notices";
import { Question } from "./question";
import { Reviews } from "./reviews";
import { Scores } from "./scores";
import { loadValidationParams, pageOf, windowDays } from "./search-params";
import { Survival } from "./survival";
import { TooFew } from "./too-few";

export const metadata: Metadata = { title: "Validation" };

/** Whether the score was right, against what customers then decided. */
export default async function ValidationPage({ searchParams }: PageProps<"/validation">) {
  const ctx = await viewerContext();
  const params = await loadValidationParams(searchParams);
  const { horizon, version, beside, before } = params;
  const rules = {
    ...windowDays(params.window, ctx.today),
    smallDownsells: params.downsells === null,
    unavoidable: params.unavoidable === null,
  };
  // What the verdict has read is there for the tables below it.
  const past = openPast(ctx);
  const [summary, run, { currency }] = await Promise.all([
    getValidationSummary(ctx, { horizon, version, beside, before, ...rules }, past),
    getCurrentRun(ctx),
    getSettings(ctx),
  ]);
  const { report, sentence } = summary;
  const isWhole =
    horizon === 90 &&
    before === "decided" &&
    ![beside, params.window, params.downsells, params.unavoidable].some(Boolean);
  const isEnough = report.n >= FEWEST_OUTCOMES;
  const isWaiting = isBeingComputed(report);
  const horizons = (
    <Suspense fallback={<Skeleton className="h-172 w-full" />}>
      <Horizons
        ctx={ctx}
        past={past}
        asked={{ version: summary.asked?.version ?? null, before, ...rules }}
        now={horizon}
        before={before}
        hrefOf={(days, from) => pageOf(params, { horizon: days, before: from })}
      />
    </Suspense>
  );
  return (
    <>
      <PageHeader title="Validation" run={run} />
      {/* On a phone the controls take half the screen: the verdict comes first. */}
      <div className="flex flex-col">
        <Question
          params={params}
          versions={summary.versions}
          asked={summary.asked}
          other={summary.other}
          today={ctx.today}
        />
        <p className="mb-2 max-w-prose font-semibold text-xl max-md:order-first max-md:mb-4">{sentence}</p>
      </div>
      {!isWaiting && <Notices summary={summary} version={version} horizon={horizon} before={before} />}
      {isEnough && <PageSections sections={sectionsOf(summary)} />}
      {isEnough ? (
        <div className="flex flex-col gap-4">
          <PlainTiles plain={report.plain} horizon={horizon} currency={currency} />
          <Scores summary={summary} horizon={horizon} currency={currency} />
          {horizons}
          <Charts summary={summary} />
          <Suspense fallback={<Skeleton className="h-96 w-full" />}>
            <Survival ctx={ctx} />
          </Suspense>
          <Detail
            report={report}
            version={before === "decided" ? (summary.asked?.version ?? null) : null}
            currency={currency}
          />
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          <TooFew summary={summary} mayImport={ctx.actor.roles.includes("admin")} />
          {isWaiting && horizons}
        </div>
      )}
      <div className="mt-4 flex flex-col gap-4">
        <Suspense fallback={<Skeleton className="h-60 w-full" />}>
          <Losses ctx={ctx} past={past} summary={summary} />
        </Suspense>
        <Reviews ctx={ctx} summary={summary} isWhole={isWhole} />
      </div>
    </>
  );
}

function sectionsOf({ report: { cases, misses, worth }, present }: ValidationSummary) {
  const alarms = misses.saved.length + misses.untouched.length;
  return [
    { id: "scores", name: "Side by side" },
    { id: "bands", name: "Bands" },
    { id: "early", name: "How early" },
    { id: "curves", name: "Curves" },
    { id: "stayed", name: "How long they stayed" },
    { id: "missed", name: "Missed", note: String(misses.missed.length) },
    { id: "alarms", name: "False alarms", note: String(alarms) },
    { id: "ageing", name: "By quarter" },
    ...(worth.length > 0 ? [{ id: "measures", name: "Measures" }] : []),
    ...(present && cases.some(({ decision }) => decision.kind === "churned")
      ? [{ id: "losses", name: "Last losses" }]
      : []),
    ...(present ? [{ id: "weights", name: "Weights" }] : []),
    { id: "review", name: "Review", note: present?.nextReviewOn ? `due ${dayText(present.nextReviewOn)}` : undefined },
  ];
}
