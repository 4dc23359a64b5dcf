import type { Metadata } from "next";
import { accountsText, arrText } from "@/components/portfolio/amount-text";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { SegmentedLinks } from "@/components/ui/segmented";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getSettings } from "@/db/queries/get-settings";
import { listSubscribed } from "@/db/queries/portfolio/find-subscription";
import { countMembers } from "@/db/queries/portfolio/list-members";
import { listQuery } from "@/lib/core/portfolio/list-scope";
import { LIST_KEYS, PORTFOLIO_LISTS } from "@/lib/core/portfolio/lists";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { listsPath, loadListParams, ownersOf, scopeAsked } from "./search-params";

export const metadata: Metadata = { title: "Portfolio lists" };

/** The portfolio's lists, each with its rule, how many accounts it holds and what they are worth. */
export default async function PortfolioListsPage({ searchParams }: PageProps<"/portfolio/lists">) {
  const ctx = await viewerContext();
  const scope = scopeAsked(await loadListParams(searchParams), ctx.actor.roles);
  const asked = { book: scope.book, segment: scope.segment ?? undefined };
  const [run, { currency }, subscribed, amounts] = await Promise.all([
    getCurrentRun(ctx),
    getSettings(ctx),
    listSubscribed(ctx),
    Promise.all(LIST_KEYS.map((list) => countMembers(ctx, list, asked))),
  ]);
  const query = listQuery(scope);
  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-1 text-xs">
        <Link href={paths.portfolio({ owner: String(scope.book) })} className="text-primary underline">
          Portfolio
        </Link>
      </nav>
      <PageHeader title="Lists" run={run}>
        <SegmentedLinks
          label="Whose accounts"
          current={String(scope.book)}
          options={ownersOf((owner) => paths.portfolioLists({ owner, segment: scope.segment }))}
        />
      </PageHeader>
      {scope.segment && (
        <p className="mb-3">
          Segment {scope.segment}.{" "}
          <Link href={listsPath({ ...scope, segment: null })} className="text-primary underline">
            All segments
          </Link>
        </p>
      )}
      <ul className="grid grid-cols-1 gap-3 lg:grid-cols-2">
        {LIST_KEYS.map((list, i) => {
          const { name, rule } = PORTFOLIO_LISTS[list];
          const amount = amounts[i];
          return (
            <li key={list}>
              <Link
                href={paths.portfolioList(list, { owner: String(scope.book), segment: scope.segment })}
                className="flex h-full flex-col gap-1 rounded-card border bg-card p-4 hover:bg-muted"
              >
                <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                  <span className="font-semibold text-base">{name}</span>
                  {amount && (
                    <span className="font-medium">
                      {accountsText(amount.accounts)} · {arrText(amount, currency)} ARR
                    </span>
                  )}
                </span>
                <span className="text-muted-foreground text-xs">{rule}</span>
                {subscribed.some((one) => one.list === list && one.query === query) && (
                  <span>
                    <Badge>subscribed</Badge>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
