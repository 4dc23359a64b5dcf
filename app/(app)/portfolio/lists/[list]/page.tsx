import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { listsPath, loadListParams, ownersOf, scopeAsked } from "@/app/(app)/portfolio/lists/search-params";
import { accountsText, arrText } from "@/components/portfolio/amount-text";
import { MemberList } from "@/components/portfolio-lists/member-list";
import { SubscribeButton } from "@/components/portfolio-lists/subscribe-button";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { SegmentedLinks } from "@/components/ui/segmented";
import { WorkProvider } from "@/components/work/work-provider";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getSettings } from "@/db/queries/get-settings";
import { listModelMeasures } from "@/db/queries/list-model-measures";
import { listOwners } from "@/db/queries/list-owners";
import { findSubscription } from "@/db/queries/portfolio/find-subscription";
import { countMembers, listMembers } from "@/db/queries/portfolio/list-members";
import { mayEver } from "@/lib/core/access";
import { listQuery } from "@/lib/core/portfolio/list-scope";
import { isListKey, PORTFOLIO_LISTS } from "@/lib/core/portfolio/lists";
import { countText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";

/** Rows that a screen shows; the file has all. */
const MOST = 300;

export async function generateMetadata({ params }: PageProps<"/portfolio/lists/[list]">): Promise<Metadata> {
  const { list } = await params;
  return { title: isListKey(list) ? PORTFOLIO_LISTS[list].name : "Not found" };
}

/** One list: its rule, its accounts with why each is on it, as a file, and by subscription. */
export default async function PortfolioListPage({ params, searchParams }: PageProps<"/portfolio/lists/[list]">) {
  const ctx = await viewerContext();
  const { list } = await params;
  if (!isListKey(list)) notFound();
  const scope = scopeAsked(await loadListParams(searchParams), ctx.actor.roles);
  const asked = { book: scope.book, segment: scope.segment ?? undefined };
  const query = listQuery(scope);
  const [run, { currency }, total, rows, isOn, owners, measures] = await Promise.all([
    getCurrentRun(ctx),
    getSettings(ctx),
    countMembers(ctx, list, asked),
    listMembers(ctx, list, asked, MOST),
    findSubscription(ctx, list, query),
    listOwners(ctx),
    listModelMeasures(ctx),
  ]);
  const { name, rule, empty } = PORTFOLIO_LISTS[list];
  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-1 flex gap-2 text-xs">
        <Link href={paths.portfolio({ owner: String(scope.book) })} className="text-primary underline">
          Portfolio
        </Link>
        <span aria-hidden>/</span>
        <Link href={listsPath(scope)} className="text-primary underline">
          Lists
        </Link>
      </nav>
      <PageHeader title={`${name} · ${accountsText(total.accounts)} · ${arrText(total, currency)} ARR`} run={run}>
        <SegmentedLinks
          label="Whose accounts"
          current={String(scope.book)}
          options={ownersOf((owner) => paths.portfolioList(list, { owner, segment: scope.segment }))}
        />
        {rows.length > 0 && <ExportMenu list={`list-${list}`} />}
        <SubscribeButton list={list} query={query} isOn={isOn} />
      </PageHeader>
      <p className="mb-4 max-w-prose text-muted-foreground">
        {rule}
        {scope.segment && ` Segment ${scope.segment} only.`}
      </p>
      {rows.length === 0 ? (
        <EmptyState
          kind="all_done"
          title={empty}
          action={
            scope.book !== "all" ? (
              <Link href={paths.portfolioList(list, { owner: "all" })} className="text-primary underline">
                Look at all accounts
              </Link>
            ) : undefined
          }
        />
      ) : (
        <WorkProvider roles={ctx.actor.roles} today={ctx.today} owners={owners} measures={measures} currency={currency}>
          <MemberList
            list={list}
            rows={rows}
            today={ctx.today}
            currency={currency}
            mayWork={mayEver(ctx.actor.roles, "work:write")}
          />
          {total.accounts > rows.length && (
            <p className="mt-2 text-muted-foreground text-xs">
              The first {countText(rows.length)}; the export has all {countText(total.accounts)}.
            </p>
          )}
        </WorkProvider>
      )}
    </>
  );
}
