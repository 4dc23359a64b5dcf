import { filterOf } from "@/app/(app)/accounts/prepare-filter";
import { DEFAULT_SORT, loadAccountsParams, loadPageParams } from "@/app/(app)/accounts/search-params";
import { getSettings } from "@/db/queries/get-settings";
import { listBook } from "@/db/queries/list-book";
import { packRows } from "@/lib/core/portfolio/packed-rows";
import { viewerContext } from "@/lib/server/viewer-context";

const MOST = 2000;
const PAGE = 200;

/** More rows of the list, or of one of its groups, as data: the page around them stays as it is. */
export async function GET(request: Request) {
  const ctx = await viewerContext();
  const search = new URL(request.url).searchParams;
  const params = loadAccountsParams(search);
  const { after, limit, in: key } = loadPageParams(search);
  const { currency } = await getSettings(ctx);
  const group = params.group && key !== null ? { by: params.group, key: key === "none" ? null : key } : undefined;
  const { rows, next } = await listBook(
    ctx,
    { ...filterOf(params, currency), group },
    { sort: params.sort ?? DEFAULT_SORT, after, limit: Math.min(MOST, Math.max(1, limit ?? PAGE)) },
  );
  return Response.json({ ...packRows(rows), next }, { headers: { "cache-control": "private, no-store" } });
}
