import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CompletionPanel } from "@/components/scorecard/completion-panel";
import { SHOWS, type Show } from "@/components/scorecard/grid-counts";
import { MonthHead } from "@/components/scorecard/month-head";
import { MonthHistory } from "@/components/scorecard/month-history";
import { MonthSwitch } from "@/components/scorecard/month-switch";
import { NotDue } from "@/components/scorecard/not-due";
import { ReadOnlyNotice } from "@/components/scorecard/read-only-notice";
import { ScorecardGrid } from "@/components/scorecard/scorecard-grid";
import { ExportMenu } from "@/components/shell/export-menu";
import { Freshness } from "@/components/shell/freshness";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedLinks } from "@/components/ui/segmented";
import { getAnswerDefinitions } from "@/db/queries/get-answer-definitions";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getSettings } from "@/db/queries/get-settings";
import { listCardCompletion } from "@/db/queries/list-card-completion";
import { listCardExpiries } from "@/db/queries/list-card-expiries";
import { listCardFacts } from "@/db/queries/list-card-facts";
import { type GridOwner, listScorecardGrid } from "@/db/queries/list-scorecard-grid";
import { listScorecardMonths } from "@/db/queries/list-scorecard-months";
import type { Role } from "@/lib/core/access";
import { addMonths, monthOf } from "@/lib/core/calendar";
import { dueOn } from "@/lib/core/scorecard/cycle";
import { isOwed } from "@/lib/core/scorecard/month-tally";
import { periodRefusal } from "@/lib/core/scorecard/period";
import { monthText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { gridOf } from "./prepare-filter";
import { loadScorecardParams, scorecardQuery } from "./search-params";

export const metadata: Metadata = { title: "Scorecards" };

/** The account manager's month: three answers for each account, typed along a grid. */
export default async function ScorecardsPage({ searchParams }: PageProps<"/scorecards">) {
  const ctx = await viewerContext();
  const params = await loadScorecardParams(searchParams);
  const { roles, name, personId } = ctx.actor;
  const { period, owner } = gridOf(params, roles, ctx.today);
  const [run, workspace, { rows, total, exempt }] = await Promise.all([
    getCurrentRun(ctx),
    getSettings(ctx),
    listScorecardGrid(ctx, period, owner),
  ]);
  const due = dueOn(period, workspace.scorecardDueDay);
  const since = dueOn(monthBeside(period, -1), workspace.scorecardDueDay);
  const whose = typeof owner === "number" ? owner : owner === "me" ? personId : null;
  const leads = roles.includes("manager") || roles.includes("admin");
  const ids = rows.map(({ accountId }) => accountId);
  const [facts, expiries, definitions, months, completion] = await Promise.all([
    listCardFacts(ctx, ids, since),
    listCardExpiries(ctx, ids),
    getAnswerDefinitions(ctx, due < ctx.today ? due : ctx.today),
    whose === null ? [] : listScorecardMonths(ctx, whose),
    leads ? listCardCompletion(ctx, period, due) : [],
  ]);
  const shows = params.show ?? [];
  const hrefOf = (change: Partial<typeof params>) => `/scorecards${scorecardQuery({ ...params, ...change })}`;
  const refusal = periodRefusal(period, ctx.today);
  const open = refusal ? rows.map((row) => ({ ...row, answersAs: null })) : rows;
  const shown = params.due === "all" ? open : open.filter((row) => isOwed(row, due));
  const start = shown.find(({ slug }) => slug === params.account) ?? null;
  // Its answers can be given on the account's own page where the grid does not hold it.
  if (params.account && !start) redirect(`${paths.account(params.account)}#people`);
  const toggled = (show: Show) => (shows.includes(show) ? shows.filter((each) => each !== show) : [...shows, show]);
  const controls = (
    <>
      <SegmentedLinks label="Whose accounts" current={String(owner)} options={ownerLinks(roles, hrefOf)} />
      <MonthSwitch
        previous={hrefOf({ period: monthBeside(period, -1) })}
        next={period < monthOf(ctx.today) ? hrefOf({ period: monthBeside(period, 1) }) : null}
      />
      {rows.length > 0 && <ExportMenu list="scorecards" />}
      {run && <Freshness asOf={run.asOf} feeds={run.feeds} standing={run.standing} />}
    </>
  );
  return (
    <MonthHead title={`Scorecards · ${monthText(period)}`} controls={controls}>
      <CompletionPanel
        rows={completion}
        isOverdue={ctx.today > due}
        hrefOf={(id) => hrefOf({ owner: String(id), show: null })}
      />
      <MonthHistory months={months} period={period} reopens={leads && whose !== personId ? whose : null} />
      <ReadOnlyNotice refusal={refusal} rows={shown} />
      <NotDue
        {...{ exempt, total }}
        shown={rows.length}
        later={open.length - open.filter((row) => isOwed(row, due)).length}
        showsAll={params.due === "all"}
        href={hrefOf({ due: params.due === "all" ? null : "all" })}
      />
      {rows.length === 0 ? (
        <Nothing owner={owner} hasRun={run !== null} all={hrefOf({ owner: "all" })} />
      ) : (
        <ScorecardGrid
          key={`${period} ${start?.slug ?? ""}`}
          start={start?.accountId ?? null}
          {...{ rows: shown, facts, expiries, definitions, since, period, dueOn: due, today: ctx.today, shows }}
          currency={workspace.currency}
          hideMeasured={workspace.hideMeasured}
          author={{ personId, name }}
          scope={`${owner} ${params.due ?? ""}`}
          submits={whose === personId && shown.some(({ answersAs }) => answersAs === "owner")}
          hrefs={{
            all: hrefOf({ show: null }),
            ...(Object.fromEntries(SHOWS.map((show) => [show, hrefOf({ show: toggled(show) })])) as Record<
              Show,
              string
            >),
          }}
        />
      )}
    </MonthHead>
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
