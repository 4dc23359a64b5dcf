import { filterOf } from "@/app/(app)/accounts/prepare-filter";
import { loadAccountsParams } from "@/app/(app)/accounts/search-params";
import { getSettings } from "@/db/queries/get-settings";
import { listBookTargets } from "@/db/queries/list-book";
import { packRows } from "@/lib/core/portfolio/packed-rows";
import { viewerContext } from "@/lib/server/viewer-context";

/** The most accounts that one thing is done about at once. */
const MOST = 5000;

/** The accounts that a filter holds, found by the same condition as the list: what "all matching" stands for. */
export async function GET(request: Request) {
  const ctx = await viewerContext();
  const { currency } = await getSettings(ctx);
  const filter = filterOf(loadAccountsParams(new URL(request.url).searchParams), currency);
  const targets = await listBookTargets(ctx, filter, MOST + 1);
  return Response.json(
    { ...packRows(targets.slice(0, MOST)), isCapped: targets.length > MOST },
    { headers: { "cache-control": "private, no-store" } },
  );
}
