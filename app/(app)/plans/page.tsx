import type { Metadata } from "next";
import { PlanFilters } from "@/components/plans/plan-filters";
import { PlanList } from "@/components/plans/plan-list";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { WorkProvider } from "@/components/work/work-provider";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getSettings } from "@/db/queries/get-settings";
import { listModelMeasures } from "@/db/queries/list-model-measures";
import { listOwners } from "@/db/queries/list-owners";
import { countPlans, listPlans } from "@/db/queries/work/list-plans";
import { may, mayEver } from "@/lib/core/access";
import { missingOf, planState } from "@/lib/core/playbook/written-plan";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { NoPlans } from "./no-plans";
import { planFilterOf } from "./prepare-filter";
import { loadPlansParams, PLAN_SORT_WORDS, type PlansParams, plansQuery } from "./search-params";

export const metadata: Metadata = { title: "Plans" };

/** Every plan: what is overdue first, whose turn it is, what is missing, and what came of it. */
export default async function PlansPage({ searchParams }: PageProps<"/plans">) {
  const ctx = await viewerContext();
  const { roles } = ctx.actor;
  const params = await loadPlansParams(searchParams);
  const filter = planFilterOf(params, roles);
  const [run, { currency }, counts, page, owners, measures] = await Promise.all([
    getCurrentRun(ctx),
    getSettings(ctx),
    countPlans(ctx, filter),
    listPlans(ctx, filter, { sort: params.sort, from: Math.max(0, params.from) }),
    listOwners(ctx),
    listModelMeasures(ctx),
  ]);
  const state = { ...params, from: null, peek: null };
  const hrefOf = (change: Partial<PlansParams>) => `/plans${plansQuery({ ...state, ...change })}`;
  const rows = page.rows.map((row) => {
    const planIs = planState(row);
    return {
      ...row,
      state: planIs,
      missing: missingOf(row),
      mayWork: may(roles, "work:write", row),
      mayApprove: planIs === "waiting" && may(roles, "plan:approve", row),
    };
  });
  return (
    <>
      <PageHeader title={titleOf(counts.open, counts.overdue)} run={run}>
        <ButtonLink href={paths.effect({ owner: String(filter.book) })}>Effect</ButtonLink>
        {rows.length > 0 && <ExportMenu list="plans" />}
      </PageHeader>
      <PlanFilters
        counts={counts}
        book={filter.book}
        state={params.state}
        kind={params.kind}
        cause={params.cause}
        q={params.q}
        mayApprove={mayEver(roles, "plan:approve")}
        hrefOf={hrefOf}
      />
      {rows.length === 0 ? (
        <NoPlans params={params} hrefOf={hrefOf} />
      ) : (
        <WorkProvider roles={ctx.actor.roles} today={ctx.today} owners={owners} measures={measures} currency={currency}>
          <PlanList
            key={params.from}
            rows={rows}
            today={ctx.today}
            currency={currency}
            peek={params.peek}
            measures={measures}
            sort={{
              current: params.sort,
              descending: ["days", "arr"],
              hrefs: Object.fromEntries(PLAN_SORT_WORDS.map((sort) => [sort, hrefOf({ sort })])),
            }}
            first={params.from > 0 ? hrefOf({}) : null}
            next={page.next === null ? null : hrefOf({ from: page.next })}
          />
        </WorkProvider>
      )}
    </>
  );
}

function titleOf(open: number, overdue: number): string {
  const plans = open === 1 ? "1 open plan" : `${open} open plans`;
  return overdue > 0 ? `${plans} · ${overdue} overdue` : plans;
}
