import type { Metadata } from "next";
import { SHOWS, type Show } from "@/components/scorecard/grid-counts";
import { MonthSwitch } from "@/components/scorecard/month-switch";
import { ReadOnlyNotice } from "@/components/scorecard/read-only-notice";
import { ScorecardGrid } from "@/components/scorecard/scorecard-grid";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedLinks } from "@/components/ui/segmented";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getSettings } from "@/db/queries/get-settings";
import { GRID_ROWS, type GridOwner, listScorecardGrid } from "@/db/queries/list-scorecard-grid";
import type { Role } from "@/lib/core/access";
import { addMonths, monthOf } from "@/lib/core/calendar";
import { dueOn } from "@/lib/core/scorecard/cycle";
import { periodRefusal } from "@/lib/core/scorecard/period";
import { monthText } from "@/lib/format";
import { viewerContext } from "@/lib/server/viewer-context";
import { gridOf } from "./prepare-filter";
import { loadScorecardParams, scorecardQuery } from "./search-params";

export const metadata: Metadata = { title: "Scorecards" };

/** The account manager's month: three answers for each account, typed along a grid. */
export default async function ScorecardsPage({ searchParams }: PageProps<"/scorecards">) {
  const ctx = await viewerContext();
  const params = await loadScorecardParams(searchParams);
  const { roles, name } = ctx.actor;
  const { period, owner } = gridOf(params, roles, ctx.today);
  const [run, workspace, { rows, total }] = await Promise.all([
    getCurrentRun(ctx),
    getSettings(ctx),
    listScorecardGrid(ctx, period, owner),
  ]);
  const shows = params.show ?? [];
  const hrefOf = (change: Partial<typeof params>) => `/scorecards${scorecardQuery({ ...params, ...change })}`;
  const refusal = periodRefusal(period, ctx.today);
  const shown = refusal ? rows.map((row) => ({ ...row, answersAs: null })) : rows;
  const toggled = (show: Show) => (shows.includes(show) ? shows.filter((each) => each !== show) : [...shows, show]);
  return (
    <>
      <PageHeader title={`Scorecards · ${monthText(period)}`} run={run}>
        <SegmentedLinks label="Whose accounts" current={String(owner)} options={ownerLinks(roles, hrefOf)} />
        <MonthSwitch
          previous={hrefOf({ period: monthBeside(period, -1) })}
          next={period < monthOf(ctx.today) ? hrefOf({ period: monthBeside(period, 1) }) : null}
        />
        {rows.length > 0 && <ExportMenu list="scorecards" />}
      </PageHeader>
      <ReadOnlyNotice refusal={refusal} rows={shown} />
      {total > rows.length && (
        <p className="mb-3 text-muted-foreground">
          The {GRID_ROWS} accounts that decide soonest, of {total}.
        </p>
      )}
      {rows.length === 0 ? (
        <Nothing owner={owner} hasRun={run !== null} all={hrefOf({ owner: "all" })} />
      ) : (
        <ScorecardGrid
          key={period}
          rows={shown}
          period={period}
          dueOn={dueOn(period)}
          today={ctx.today}
          currency={workspace.currency}
          hideMeasured={workspace.hideMeasured}
          author={name}
          shows={shows}
          scope={String(owner)}
          hrefs={{
            all: hrefOf({ show: null }),
            ...(Object.fromEntries(SHOWS.map((show) => [show, hrefOf({ show: toggled(show) })])) as Record<
              Show,
              string
            >),
          }}
        />
      )}
    </>
  );
}

function Nothing({ owner, hasRun, all }: { owner: GridOwner; hasRun: boolean; all: string }) {
  if (!hasRun)
    return (
      <EmptyState kind="first_run" title="No accounts yet">
        Import accounts and their contracts; their cards are due every month.
      </EmptyState>
    );
  return (
    <EmptyState
      kind="first_run"
      title={owner === "me" ? "You own no accounts" : "No accounts here"}
      action={<ButtonLink href={all}>Show all accounts</ButtonLink>}
    >
      A manager can hand accounts to you.
    </EmptyState>
  );
}

const monthBeside = (period: string, step: number) => monthOf(addMonths(`${period}-01`, step));

function ownerLinks(roles: readonly Role[], hrefOf: (change: { owner: string }) => string) {
  const hasBook = roles.includes("csm") || roles.includes("am");
  return [
    ...(hasBook ? [{ value: "me", label: "Mine", href: hrefOf({ owner: "me" }) }] : []),
    ...(roles.includes("manager") ? [{ value: "team", label: "Team", href: hrefOf({ owner: "team" }) }] : []),
    { value: "all", label: "All", href: hrefOf({ owner: "all" }) },
  ];
}
