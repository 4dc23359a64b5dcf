import type { Metadata } from "next";
import { CoverChips } from "@/components/books/cover-chips";
import { HoldNotice } from "@/components/data/hold-notice";
import { RankingPopover } from "@/components/ranking/ranking-popover";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { SplitChips } from "@/components/triage/split-chips";
import { StaleNotice } from "@/components/triage/stale-notice";
import { TriageQueue } from "@/components/triage/triage-queue";
import { EmptyState } from "@/components/ui/empty-state";
import { WorkProvider } from "@/components/work/work-provider";
import { listOwnCovers } from "@/db/queries/books/list-own-covers";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getSettings } from "@/db/queries/get-settings";
import { listModelMeasures } from "@/db/queries/list-model-measures";
import { listOwners } from "@/db/queries/list-owners";
import { countTriage, listTriage, TRIAGE_SORTS, type TriageCursor } from "@/db/queries/list-triage";
import { listHolds } from "@/db/queries/sources/list-holds";
import { mayEver } from "@/lib/core/access";
import { formulaOf } from "@/lib/core/portfolio/priority-formula";
import { moneyShort } from "@/lib/format";
import { viewerContext } from "@/lib/server/viewer-context";
import { filterOf } from "./prepare-filter";
import { loadTriageParams, SORT_WORDS, triageQuery } from "./search-params";

export const metadata: Metadata = { title: "Triage" };

const DESCENDING = SORT_WORDS.filter((sort) => TRIAGE_SORTS[sort].descending);

/** The morning's queue: the accounts of a book that give a reason to look, most urgent first. */
export default async function TriagePage({ searchParams }: PageProps<"/triage">) {
  const ctx = await viewerContext();
  const params = await loadTriageParams(searchParams);
  const { base, filter } = filterOf(params, ctx.actor.roles);
  const [run, workspace, counts, page, owners, measures, holds, covers] = await Promise.all([
    getCurrentRun(ctx),
    getSettings(ctx),
    countTriage(ctx, base),
    listTriage(ctx, filter, { sort: params.sort, after: cursorOf(params.after) }),
    listOwners(ctx),
    listModelMeasures(ctx),
    listHolds(ctx),
    listOwnCovers(ctx),
  ]);
  const shown = { accounts: counts.accounts, arr: moneyShort(counts.arrCents, workspace.currency) };
  const state = { ...params, after: null, peek: null };
  return (
    <>
      <PageHeader title={`${shown.accounts} to look at · ${shown.arr} ARR`} run={run}>
        <RankingPopover formula={formulaOf(workspace.priority)} mayEdit={mayEver(ctx.actor.roles, "settings:write")} />
        {page.rows.length > 0 && <ExportMenu list="triage" />}
      </PageHeader>
      <HoldNotice holds={holds} maySettle={mayEver(ctx.actor.roles, "hold:settle")} />
      {run && <StaleNotice asOf={run.asOf} feeds={run.feeds} />}
      <CoverChips covers={covers} book={base.book} hrefOf={(owner) => `/triage${triageQuery({ ...state, owner })}`} />
      <SplitChips
        counts={counts}
        current={params.split}
        book={base.book}
        hrefOf={(change) => `/triage${triageQuery({ ...state, ...change })}`}
        q={params.q}
      />
      {page.rows.length === 0 ? (
        <Nothing
          isFiltered={Boolean(params.split || params.q || params.band || params.segment)}
          asOf={run?.asOf ?? null}
        />
      ) : (
        <WorkProvider
          roles={ctx.actor.roles}
          today={ctx.today}
          owners={owners}
          measures={measures}
          currency={workspace.currency}
        >
          <TriageQueue
            key={params.after}
            rows={page.rows}
            today={ctx.today}
            currency={workspace.currency}
            peek={params.peek}
            sort={{
              current: params.sort,
              descending: DESCENDING,
              hrefs: Object.fromEntries(SORT_WORDS.map((sort) => [sort, `/triage${triageQuery({ ...state, sort })}`])),
            }}
            next={page.next ? `/triage${triageQuery({ ...state, after: JSON.stringify(page.next) })}` : null}
            first={params.after ? `/triage${triageQuery(state)}` : null}
          />
        </WorkProvider>
      )}
    </>
  );
}

function Nothing({ isFiltered, asOf }: { isFiltered: boolean; asOf: string | null }) {
  if (!asOf)
    return (
      <EmptyState kind="first_run" title="No scores yet">
        Import accounts and their signals; scores follow by themselves.
      </EmptyState>
    );
  if (isFiltered) {
    return (
      <EmptyState
        kind="nothing_matches"
        title="Nothing matches these filters"
        action={
          <a href="/triage" className="text-primary underline">
            Clear all
          </a>
        }
      />
    );
  }
  return (
    <EmptyState kind="all_done" title="Nothing needs you">
      The next scores come tomorrow at 06:00.
    </EmptyState>
  );
}

function cursorOf(text: string | null): TriageCursor | null {
  if (!text) return null;
  try {
    const { value, accountId } = JSON.parse(text) as TriageCursor;
    const isValue = value === null || typeof value === "string" || typeof value === "number";
    return isValue && Number.isInteger(accountId) ? { value, accountId } : null;
  } catch {
    return null;
  }
}
