import "server-only";
import type { NoticeKind } from "@/lib/core/notices/kinds";
import { paths } from "@/lib/paths";

/** The address at which something can be done about an event. */
export function eventHref(
  kind: NoticeKind,
  slug: string | null,
  payload: Readonly<Record<string, unknown>> = {},
): string {
  if (kind === "list_joined")
    return paths.portfolioList(String(payload.list), Object.fromEntries(new URLSearchParams(String(payload.query))));
  if (kind === "structural_shift")
    return paths.shift({ quarter: String(payload.first), owner: payload.of ? "team" : "all" });
  if (kind === "plan_waiting") return paths.plans({ state: "waiting" });
  if (slug !== null && (kind === "champion_left" || kind === "scorecard_requested"))
    return paths.scorecards({ account: slug });
  if (slug !== null) return paths.account(slug);
  if (kind === "scorecards_due") return paths.scorecards();
  if (payload.isWithdrawn) return paths.modelVersion(Number(payload.version));
  return kind === "model_published" ? paths.portfolio() : paths.data();
}
