import { addDays, addMonths, type Day, fiscalQuarterStart } from "@/lib/core/calendar";
import { viewHref } from "./address";

export interface ViewTab {
  slug: string;
  name: string;
  query: string;
  href: string;
}

/** The views that everybody has. */
export function builtInViews(today: Day, fiscalStartMonth: number, isManager: boolean): ViewTab[] {
  const from = fiscalQuarterStart(today, fiscalStartMonth);
  const to = addDays(addMonths(from, 3), -1);
  const views = [
    { slug: "mine", name: "Mine", query: "owner=me" },
    ...(isManager ? [{ slug: "my-team", name: "My team", query: "owner=team" }] : []),
    { slug: "all", name: "All", query: "" },
    { slug: "red", name: "Red", query: "band=red" },
    { slug: "diverging", name: "Diverging", query: "diverges=1" },
    { slug: "renewing", name: "Renewing this quarter", query: `renews=${from}..${to}&sort=decide_by` },
    { slug: "no-owner", name: "No owner", query: "owner=none" },
  ];
  return views.map((view) => ({ ...view, href: viewHref(view.slug, view.query) }));
}
