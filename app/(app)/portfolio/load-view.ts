import type { SearchParams } from "nuqs/server";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getSettings } from "@/db/queries/get-settings";
import { viewerContext } from "@/lib/server/viewer-context";
import { portfolioView } from "./portfolio-view";
import { loadPortfolioParams } from "./search-params";

/** Who looks, at what, and the run and settings that every page of the portfolio shows it by; `path` is the page's own. */
export async function loadView(searchParams: Promise<SearchParams>, path: Parameters<typeof portfolioView>[1]["path"]) {
  const ctx = await viewerContext();
  const params = await loadPortfolioParams(searchParams);
  const [run, settings] = await Promise.all([getCurrentRun(ctx), getSettings(ctx)]);
  const { fiscalStartMonth } = settings;
  const view = portfolioView(params, { roles: ctx.actor.roles, today: ctx.today, fiscalStartMonth, path });
  return { ctx, params, run, settings, view };
}
