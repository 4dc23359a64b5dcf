import type { Metadata } from "next";
import { AccountList } from "@/components/portfolio/account-list";
import { accountsText, arrText } from "@/components/portfolio/amount-text";
import { ListFilters } from "@/components/portfolio/list-filters";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getSettings } from "@/db/queries/get-settings";
import { listModelMeasures } from "@/db/queries/list-model-measures";
import { listOwners } from "@/db/queries/list-owners";
import { countPortfolioAccounts, listPortfolioAccounts, sortOf } from "@/db/queries/list-portfolio-accounts";
import { NEAR_DAYS } from "@/lib/core/portfolio/slice-sums";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { filterOf, filtersInWords } from "./prepare-filter";
import { type AccountsParams, accountsQuery, loadAccountsParams, SORT_WORDS, TONE_WORDS } from "./search-params";

export const metadata: Metadata = { title: "Portfolio accounts" };

const BANDS = { green: "Green", yellow: "Yellow", red: "Red", none: "No score" };
const OWNERS = [
  { value: "me", label: "Me" },
  { value: "team", label: "Team" },
  { value: "all", label: "All" },
];

const RULES = {
  lost: "ARR is what was lost of it. By the owners and segments of the day of the decision.",
  past: "By the owners, segments and ARR of that day.",
  moved: "By the owners and segments of each day. ARR is that of the second day; of accounts that left, of the first.",
};

/** The accounts behind a number of the portfolio; their totals are that number. */
export default async function PortfolioAccountsPage({ searchParams }: PageProps<"/portfolio/accounts">) {
  const ctx = await viewerContext();
  const params = await loadAccountsParams(searchParams);
  const filter = filterOf(params, ctx.actor.roles);
  const kind = filter.lost ? "lost" : filter.moved ? "moved" : filter.asOf ? "past" : "now";
  const sort = sortOf(filter, params.sort);
  const [run, { currency }, total, page, owners, measures] = await Promise.all([
    getCurrentRun(ctx),
    getSettings(ctx),
    countPortfolioAccounts(ctx, filter),
    listPortfolioAccounts(ctx, filter, { sort, after: params.after }),
    typeof params.csm === "number" ? listOwners(ctx) : [],
    filter.measure ? listModelMeasures(ctx) : [],
  ]);
  const state: AccountsParams = { ...params, after: null };
  const at = (change: Partial<AccountsParams>) =>
    `${paths.portfolioAccounts()}${accountsQuery({ ...state, ...change })}`;
  const measure = measures.find(({ key }) => key === filter.measure)?.name ?? filter.measure ?? null;
  const filters = filtersInWords(
    params,
    (id) => owners.find(({ personId }) => personId === id)?.name ?? `person ${id}`,
    measure,
  );
  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-1 text-xs">
        <Link
          href={paths.portfolio({ owner: params.owner, segment: params.segment })}
          className="text-primary underline"
        >
          Portfolio
        </Link>
      </nav>
      <PageHeader title={`${accountsText(total.accounts)} · ${arrText(total, currency)} ARR`} run={run}>
        {page.rows.length > 0 && <ExportMenu list="portfolio-accounts" />}
      </PageHeader>
      <ListFilters
        book={String(filter.book)}
        owners={OWNERS.map((owner) => ({ ...owner, href: at({ owner: owner.value }) }))}
        chips={kind === "lost" ? [] : [...bandChips(params, at), ...(kind === "now" ? nowChips(params, at) : [])]}
        filters={filters.map(({ words, without }) => ({ words, href: at(without) }))}
        q={params.q}
      />
      {kind !== "now" && <p className="mb-2 text-muted-foreground text-xs">{RULES[kind]}</p>}
      {page.rows.length === 0 ? (
        <EmptyState
          kind="nothing_matches"
          title="No account matches"
          action={
            <Link href={paths.portfolioAccounts({ owner: params.owner })} className="text-primary underline">
              Clear all
            </Link>
          }
        >
          {filters.map(({ words }) => words).join(" · ")}
        </EmptyState>
      ) : (
        <AccountList
          key={JSON.stringify([filter, sort, params.after])}
          rows={page.rows}
          kind={kind === "lost" ? "past" : kind}
          today={ctx.today}
          currency={currency}
          measure={measure}
          sort={{
            current: sort,
            descending: ["arr"],
            hrefs: Object.fromEntries(SORT_WORDS.map((word) => [word, at({ sort: word })])),
          }}
          first={params.after ? at({}) : null}
          next={page.next && at({ after: page.next })}
        />
      )}
    </>
  );
}

type At = (change: Partial<AccountsParams>) => string;

function bandChips({ band }: AccountsParams, at: At) {
  return TONE_WORDS.toReversed().map((word) => {
    const active = band?.includes(word) ?? false;
    const others = band?.filter((other) => other !== word) ?? [];
    const chosen = active ? others : [...others, word];
    return { words: BANDS[word], active, href: at({ band: chosen.length > 0 ? chosen : null }) };
  });
}

function nowChips({ diverges, renews }: AccountsParams, at: At) {
  return [
    { words: "Diverging", active: diverges === "1", href: at({ diverges: diverges === "1" ? null : "1" }) },
    {
      words: `Decide by ≤ ${NEAR_DAYS} d`,
      active: renews === NEAR_DAYS,
      href: at({ renews: renews === NEAR_DAYS ? null : NEAR_DAYS }),
    },
  ];
}
