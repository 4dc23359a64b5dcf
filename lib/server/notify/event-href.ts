import "server-only";
import type { NoticeKind } from "@/lib/core/notices/kinds";
import { paths } from "@/lib/paths";

/** The address at which something can be done about an event. */
export function eventHref(kind: NoticeKind, slug: string | null): string {
  if (kind === "plan_waiting") return paths.plans({ state: "waiting" });
  if (slug !== null && (kind === "champion_left" || kind === "scorecard_requested"))
    return paths.scorecards({ account: slug });
  if (slug !== null) return paths.account(slug);
  if (kind === "scorecards_due") return paths.scorecards();
  return kind === "model_published" ? paths.portfolio() : paths.data();
}
