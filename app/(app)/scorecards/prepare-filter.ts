import { belongs } from "@/components/scorecard/grid-counts";
import { EMPTY, viewIn } from "@/components/scorecard/grid-state";
import type { RowView } from "@/components/scorecard/row-view";
import type { GridOwner } from "@/db/queries/list-scorecard-grid";
import type { Role } from "@/lib/core/access";
import { type Day, type Month, monthOf } from "@/lib/core/calendar";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { Period, periodRefusal } from "@/lib/core/scorecard/period";
import type { ScorecardParams } from "./search-params";

/** The month and whose cards an address asks for: one's own for those who have a book, the team's for managers, else all. */
export function gridOf(
  params: ScorecardParams,
  roles: readonly Role[],
  today: Day,
): { period: Month; owner: GridOwner } {
  const asked = Period.safeParse(params.period);
  return { period: asked.success ? asked.data : monthOf(today), owner: ownerOf(params.owner, roles) };
}

function ownerOf(asked: string | null, roles: readonly Role[]): GridOwner {
  if (asked === "me" || asked === "team" || asked === "all") return asked;
  if (asked && /^\d{1,9}$/.test(asked)) return Number(asked);
  if (roles.includes("csm") || roles.includes("am")) return "me";
  return roles.includes("manager") ? "team" : "all";
}

interface Shown {
  rows: readonly GridRow[];
  period: Month;
  shows: ScorecardParams["show"];
  hideMeasured: boolean;
  today: Day;
}

/** The rows that the grid shows when it opens, each as it shows: the measured side is kept back where the grid does. */
export function shownRows({ rows, period, shows, hideMeasured, today }: Shown): { row: GridRow; view: RowView }[] {
  const isClosed = periodRefusal(period, today) !== null;
  return rows
    .map((row) => (isClosed ? { ...row, answersAs: null } : row))
    .filter((row) => (shows ?? []).every((show) => belongs(EMPTY, row, show, hideMeasured, today)))
    .map((row) => ({ row, view: viewIn(EMPTY, row, hideMeasured) }));
}
