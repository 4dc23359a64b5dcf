import { filterOf } from "@/app/(app)/portfolio/accounts/prepare-filter";
import { loadAccountsParams } from "@/app/(app)/portfolio/accounts/search-params";
import { portfolioView } from "@/app/(app)/portfolio/portfolio-view";
import { loadPortfolioParams } from "@/app/(app)/portfolio/search-params";
import { getSettings } from "@/db/queries/get-settings";
import { listAccountRows } from "@/db/queries/list-account-rows";
import { listExternalIds } from "@/db/queries/list-external-ids";
import {
  type AccountSort,
  type AccountsFilter,
  listPortfolioAccounts,
  type PortfolioAccount,
} from "@/db/queries/list-portfolio-accounts";
import type { ExportedList } from "@/lib/commands/export-list";
import { accountOutTable } from "@/lib/ingest/account-out-table";
import { paths } from "@/lib/paths";
import type { Ctx } from "@/lib/server/context";
import { amountOf, listOf, pointsOf, toneWord } from "./list-cells";
import type { ReadList, ViewerCtx } from "./lists";

/** The accounts behind a number. Those of the current run leave as the accounts file that an import reads back; those of a
 * past day or a move under names that no import would take for today's. */
export function exportAccounts({ actor }: ViewerCtx, search: URLSearchParams): ReadList {
  const params = loadAccountsParams(search);
  const filter = filterOf(params, actor.roles);
  const isNow = !filter.moved && !filter.asOf && !filter.lost;
  const { sort } = params;
  const { band, measured, people, diverges, risk, renews, segment, between, asof, decides, csm, owes, measure } =
    params;
  return {
    words: [
      between ? `${filter.lost ? "lost" : "moved"}-${between.from}-${between.to}` : asof && `as-of-${asof}`,
      filter.lost?.cause,
      band?.join("-"),
      measured && `measured-${measured.join("-")}`,
      people && `people-${people.join("-")}`,
      isNow && diverges && "diverging",
      isNow && risk && "at-risk",
      isNow && renews !== null && `decide-by-${renews}d`,
      isNow && decides && `decides-${decides.from}-${decides.to}`,
      isNow && csm !== null && `csm-${csm}`,
      isNow && owes && `owes-${owes}`,
      isNow && measure,
      segment,
    ],
    read: isNow ? (ctx, limit) => current(ctx, filter, sort, limit) : (ctx, limit) => past(ctx, filter, sort, limit),
  };
}

/** Every account of a scope and where it stood at both ends of the period. */
export async function exportMigration(ctx: ViewerCtx, search: URLSearchParams): Promise<ReadList> {
  const { fiscalStartMonth } = await getSettings(ctx);
  const { scope, period } = portfolioView(loadPortfolioParams(search), {
    roles: ctx.actor.roles,
    today: ctx.today,
    fiscalStartMonth,
    path: paths.migration,
  });
  const filter: AccountsFilter = { ...scope, moved: { ...period, pairs: [] } };
  return {
    words: [period.from, period.to, scope.segment],
    read: (within, limit) => past(within, filter, "arr", limit),
  };
}

async function current(ctx: Ctx, filter: AccountsFilter, sort: AccountSort, limit: number): Promise<ExportedList> {
  const { rows } = await listPortfolioAccounts(ctx, filter, { sort, limit });
  const accountIds = rows.map(({ accountId }) => accountId);
  const found = new Map((await listAccountRows(ctx, { accountIds })).map((row) => [row.accountId, row]));
  const { currency } = await getSettings(ctx);
  const listed = accountIds.flatMap((id) => found.get(id) ?? []);
  return accountOutTable(listed, currency);
}

const AWAY: Record<number, string> = { [-1]: "out", [-2]: "elsewhere" };

async function past(ctx: Ctx, filter: AccountsFilter, sort: AccountSort, limit: number): Promise<ExportedList> {
  const { rows } = await listPortfolioAccounts(ctx, filter, { sort, limit });
  const { currency } = await getSettings(ctx);
  const ids = await listExternalIds(
    ctx,
    rows.map(({ accountId }) => accountId),
  );
  const placeWord = (place: number | null) => (place === null ? null : (AWAY[place] ?? toneWord(place) ?? "none"));
  return listOf<PortfolioAccount>(rows, {
    account_id: (row) => ids.get(row.accountId) ?? null,
    name: (row) => row.name,
    ...(filter.moved && {
      from_band: (row) => placeWord(row.fromPlace),
      to_band: (row) => placeWord(row.toPlace),
    }),
    ...(!filter.lost && {
      as_of: () => filter.moved?.to ?? filter.asOf ?? null,
      health: (row: PortfolioAccount) => pointsOf(row.health, row.tone),
      health_band: (row: PortfolioAccount) => toneWord(row.tone),
      score: (row: PortfolioAccount) => pointsOf(row.score, row.scoreTone),
      score_band: (row: PortfolioAccount) => toneWord(row.scoreTone),
      people_band: (row: PortfolioAccount) => toneWord(row.peopleTone),
    }),
    segment_then: (row) => row.segment,
    csm_then: (row) => row.csm,
    [filter.lost ? "arr_lost" : "arr_then"]: (row: PortfolioAccount) => amountOf(row.arrCents, currency),
    book_currency: (row) => (row.arrCents === null ? null : currency),
  });
}
