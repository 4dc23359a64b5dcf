import { filterOf } from "@/app/(app)/accounts/prepare-filter";
import { DEFAULT_SORT, loadAccountsParams } from "@/app/(app)/accounts/search-params";
import { getSettings } from "@/db/queries/get-settings";
import { listAccountRows } from "@/db/queries/list-account-rows";
import { listBook } from "@/db/queries/list-book";
import { accountOutTable } from "@/lib/ingest/account-out-table";
import type { ReadList, ViewerCtx } from "./lists";

/** The list of accounts in its order, as the accounts file that an import reads back. */
export function exportBook(_: ViewerCtx, search: URLSearchParams): ReadList {
  const params = loadAccountsParams(search);
  const { view, band, measured, people, segment, region, tag, ids } = params;
  return {
    words: [
      view,
      band?.join("-"),
      measured && `measured-${measured.join("-")}`,
      people && `people-${people.join("-")}`,
      ...[segment, region, tag, ids && "chosen"],
    ],
    read: async (ctx, limit) => {
      const { currency } = await getSettings(ctx);
      const { rows } = await listBook(ctx, filterOf(params, currency), { sort: params.sort ?? DEFAULT_SORT, limit });
      const accountIds = rows.map(({ accountId }) => accountId);
      const found = new Map((await listAccountRows(ctx, { accountIds })).map((row) => [row.accountId, row]));
      return accountOutTable(
        accountIds.flatMap((id) => found.get(id) ?? []),
        currency,
      );
    },
  };
}
