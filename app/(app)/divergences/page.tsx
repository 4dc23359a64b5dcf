import type { Metadata } from "next";
import { DivergenceBoard } from "@/components/divergences/divergence-board";
import { quadrantFinding } from "@/components/divergences/prepare-quadrant";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { buttonClass } from "@/components/ui/button";
import { ChipLink } from "@/components/ui/chip-link";
import { ChipNav } from "@/components/ui/chip-nav";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { SegmentedLinks } from "@/components/ui/segmented";
import { countDivergences, listDivergenceRows } from "@/db/queries/divergences/list-divergence-rows";
import { listQuadrant } from "@/db/queries/divergences/list-quadrant";
import { findCurrentModel } from "@/db/queries/find-current-model";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getSettings } from "@/db/queries/get-settings";
import { DEFAULT_BANDS } from "@/lib/core/health/bands";
import { moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { filterOf } from "./prepare-filter";
import { type DivergenceParams, divergenceQuery, loadDivergenceParams } from "./search-params";

export const metadata: Metadata = { title: "Divergences" };

const OWNERS = [
  { value: "me", label: "Me" },
  { value: "team", label: "Team" },
  { value: "all", label: "All" },
];

/** Where numbers and people disagree, who settles it and until when. */
export default async function DivergencesPage({ searchParams }: PageProps<"/divergences">) {
  const ctx = await viewerContext();
  const params = await loadDivergenceParams(searchParams);
  const filter = filterOf(params, ctx.actor.roles);
  const [run, { currency }, counts, rows, dots, model] = await Promise.all([
    getCurrentRun(ctx),
    getSettings(ctx),
    countDivergences(ctx, filter.book),
    listDivergenceRows(ctx, filter),
    listQuadrant(ctx, filter.book),
    findCurrentModel(ctx),
  ]);
  const bands = model?.definitions.default.bands ?? DEFAULT_BANDS;
  const edges = bands.slice(0, -1).map(({ from }) => from);
  const at = (change: Partial<DivergenceParams>) =>
    `${paths.divergences()}${divergenceQuery({ ...params, ...change })}`;
  const isWaiting = params.state === "open" || params.state === "overdue";
  return (
    <>
      <PageHeader title={`${counts.open} open · ${moneyShort(counts.openArrCents, currency)} ARR`} run={run}>
        <Link href={paths.whoWasRight()} className={buttonClass()}>
          Who was right
        </Link>
        {rows.length > 0 && <ExportMenu list="divergences" />}
      </PageHeader>
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <SegmentedLinks
          label="Whose accounts"
          current={String(filter.book)}
          options={OWNERS.map((owner) => ({ ...owner, href: at({ owner: owner.value }) }))}
        />
        <Chips params={params} counts={counts} at={at} />
      </div>
      {rows.length === 0 ? (
        <EmptyState
          kind={counts.open === 0 && params.state === "open" ? "all_done" : "nothing_matches"}
          title={counts.open === 0 && params.state === "open" ? "Numbers and people agree" : "No disagreement matches"}
          action={
            <Link href={paths.divergences({ owner: params.owner })} className="text-primary underline">
              Show all that are open
            </Link>
          }
        />
      ) : (
        <DivergenceBoard
          key={JSON.stringify(filter)}
          rows={rows}
          dots={dots}
          edges={{ measured: edges, people: [75, 50] }}
          finding={quadrantFinding(dots, edges)}
          isWaiting={isWaiting}
          today={ctx.today}
          currency={currency}
        />
      )}
    </>
  );
}

type Counts = Awaited<ReturnType<typeof countDivergences>>;

function Chips({
  params,
  counts,
  at,
}: {
  params: DivergenceParams;
  counts: Counts;
  at: (change: Partial<DivergenceParams>) => string;
}) {
  const { state, sign, severe, mine } = params;
  const states = { open: "Open", overdue: "Overdue", settled: "Settled", closed: "Ended by itself" } as const;
  const toggle = (name: "hidden_risk" | "false_alarm") => at({ sign: sign === name ? null : name });
  return (
    <ChipNav label="Filters">
      {(Object.keys(states) as (keyof typeof states)[]).map((value) => (
        <ChipLink key={value} href={at({ state: value })} active={state === value} count={counts[value]}>
          {states[value]}
        </ChipLink>
      ))}
      <ChipLink href={at({ mine: mine ? null : "1" })} active={mine !== null} count={counts.mine}>
        Mine to settle
      </ChipLink>
      <ChipLink href={toggle("hidden_risk")} active={sign === "hidden_risk"} count={counts.hiddenRisk}>
        Hidden risk
      </ChipLink>
      <ChipLink href={toggle("false_alarm")} active={sign === "false_alarm"} count={counts.falseAlarm}>
        False alarm
      </ChipLink>
      <ChipLink href={at({ severe: severe ? null : "1" })} active={severe !== null} count={counts.severe}>
        Two bands apart
      </ChipLink>
    </ChipNav>
  );
}
