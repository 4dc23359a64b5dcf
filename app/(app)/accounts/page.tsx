import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { accountsHref, viewHref } from "@/components/accounts/address";
import { BookList } from "@/components/accounts/book-list";
import { builtInViews } from "@/components/accounts/built-in-views";
import { ColumnChooser } from "@/components/accounts/column-chooser";
import { DEFAULT_COLUMNS } from "@/components/accounts/column-names";
import { FilterBar } from "@/components/accounts/filter-bar";
import { chipsOf } from "@/components/accounts/filter-words";
import { GroupSelect } from "@/components/accounts/group-select";
import { ViewTabs } from "@/components/accounts/view-tabs";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { WorkProvider } from "@/components/work/work-provider";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getSettings } from "@/db/queries/get-settings";
import { listBook } from "@/db/queries/list-book";
import { listModelMeasures } from "@/db/queries/list-model-measures";
import { listOwners } from "@/db/queries/list-owners";
import { listViews } from "@/db/queries/list-views";
import { packRows } from "@/lib/core/portfolio/packed-rows";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { filterOf } from "./prepare-filter";
import { sortLinks } from "./prepare-sort";
import { DEFAULT_SORT, loadAccountsParams, understood } from "./search-params";
import { totalsOf } from "./totals";

export const metadata: Metadata = { title: "Accounts" };

/** The list of everything: views, filters, groups and columns are its address. */
export default async function AccountsPage({ searchParams }: PageProps<"/accounts">) {
  const ctx = await viewerContext();
  const raw = await searchParams;
  const params = loadAccountsParams(raw);
  const { query, dropped } = understood(raw, params);
  const [run, { currency, fiscalStartMonth }, saved, owners, measures] = await Promise.all([
    getCurrentRun(ctx),
    getSettings(ctx),
    listViews(ctx, "accounts"),
    listOwners(ctx),
    listModelMeasures(ctx),
  ]);
  const isManager = ctx.actor.roles.includes("manager");
  const builtIn = builtInViews(ctx.today, fiscalStartMonth, isManager);
  const isBare = params.view !== null && Object.keys(query).every((part) => part === "view" || part === "peek");
  const named = isBare ? [...saved, ...builtIn].find(({ slug }) => slug === params.view) : undefined;
  if (named?.query) redirect(viewHref(named.slug, named.query));
  const filter = filterOf(params, currency);
  const sort = params.sort ?? DEFAULT_SORT;
  const [{ total, groups }, page] = await Promise.all([
    totalsOf(ctx, filter, params.group),
    params.group ? null : listBook(ctx, filter, { sort }),
  ]);
  const columns = params.cols?.length ? [...new Set(params.cols)] : DEFAULT_COLUMNS;
  const list = { ...query, peek: "", view: "", cols: "" };
  return (
    <>
      <PageHeader title="Accounts" run={run}>
        <GroupSelect query={query} />
        <ColumnChooser query={query} columns={columns} />
        {total.accounts > 0 && <ExportMenu list="accounts" />}
      </PageHeader>
      <ViewTabs query={query} builtIn={builtIn} saved={saved} isAdmin={ctx.actor.roles.includes("admin")} />
      <FilterBar query={query} owners={owners} />
      {dropped.length > 0 && (
        <p role="status" className="mb-3 rounded-control bg-muted px-3 py-2">
          Not understood and left out: {dropped.join(", ")}.
        </p>
      )}
      {isBare && !named && (
        <p role="status" className="mb-3 rounded-control bg-muted px-3 py-2">
          There is no view “{params.view}”, or it is not shared with you. These are all accounts.
        </p>
      )}
      {total.accounts === 0 ? (
        <Nothing isFirstRun={run === null} filters={chipsOf(query, owners).map(({ words }) => words)} />
      ) : (
        <WorkProvider roles={ctx.actor.roles} today={ctx.today} owners={owners} measures={measures} currency={currency}>
          <BookList
            key={accountsHref(list)}
            query={query}
            first={page && { ...packRows(page.rows), next: page.next }}
            groups={groups}
            total={total}
            columns={columns}
            sort={sortLinks(sort, query)}
            today={ctx.today}
            currency={currency}
          />
        </WorkProvider>
      )}
    </>
  );
}

function Nothing({ isFirstRun, filters }: { isFirstRun: boolean; filters: readonly string[] }) {
  if (isFirstRun)
    return (
      <EmptyState
        kind="first_run"
        title="No accounts yet"
        action={
          <Link href={paths.data()} className="text-primary underline">
            Bring data in
          </Link>
        }
      >
        Import accounts and their signals; scores follow by themselves.
      </EmptyState>
    );
  return (
    <EmptyState
      kind="nothing_matches"
      title="No account matches"
      action={
        <Link href={paths.accounts()} className="text-primary underline">
          Clear all
        </Link>
      }
    >
      {filters.join(" · ")}
    </EmptyState>
  );
}
