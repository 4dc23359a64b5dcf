import type { ExportedList } from "@/lib/commands/export-list";
import { LIST_KEYS } from "@/lib/core/portfolio/lists";
import type { Ctx } from "@/lib/server/context";
import type { Viewer } from "@/lib/server/viewer-context";
import { exportAccounts, exportMigration } from "./export-accounts";
import { exportBook } from "./export-book";
import { exportFeeds, exportImportFaults, exportImportLedger, exportImports, exportSources } from "./export-data";
import { exportDivergences } from "./export-divergences";
import { exportEffect } from "./export-effect";
import { exportForecast } from "./export-forecast";
import { exportInbox } from "./export-inbox";
import { exportMembers } from "./export-members";
import { exportPeople } from "./export-people";
import { exportPlans } from "./export-plans";
import { exportCsms, exportMeasures, exportRenewals } from "./export-portfolio";
import { exportScorecards } from "./export-scorecards";
import { exportShift } from "./export-shift";
import { exportTriage } from "./export-triage";

export type ViewerCtx = Ctx & { actor: Viewer };
/** A list read whole, and the words of its filter for the file's name. */
export type ReadList = {
  words: readonly (string | number | null | undefined | false)[];
  read: (ctx: Ctx, limit: number) => Promise<ExportedList>;
};

/** Every table on screen that can be taken out, by the name in its address. */
export const LISTS: Record<string, (ctx: ViewerCtx, params: URLSearchParams) => Promise<ReadList> | ReadList> = {
  triage: exportTriage,
  accounts: exportBook,
  "portfolio-accounts": exportAccounts,
  migration: exportMigration,
  csms: exportCsms,
  renewals: exportRenewals,
  measures: exportMeasures,
  shift: exportShift,
  divergences: exportDivergences,
  plans: exportPlans,
  scorecards: exportScorecards,
  people: exportPeople,
  imports: exportImports,
  "import-ledger": exportImportLedger,
  "import-faults": exportImportFaults,
  sources: exportSources,
  feeds: exportFeeds,
  inbox: exportInbox,
  effect: exportEffect,
  forecast: exportForecast,
  ...Object.fromEntries(LIST_KEYS.map((list) => [`list-${list}`, exportMembers(list)])),
};
