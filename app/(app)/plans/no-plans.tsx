import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import type { PlansParams } from "./search-params";

interface Props {
  params: PlansParams;
  hrefOf: (change: Partial<PlansParams>) => string;
}

/** No plan to show, and why. */
export function NoPlans({ params, hrefOf }: Props) {
  const way = (href: string, words: string) => (
    <Link href={href} className="text-primary underline">
      {words}
    </Link>
  );
  if (params.q || params.kind || params.cause)
    return (
      <EmptyState
        kind="nothing_matches"
        title="No plan matches these filters"
        action={way(hrefOf({ q: null, kind: null, cause: null }), "Clear all")}
      />
    );
  if (params.state !== "open" && params.state !== "closed")
    return (
      <EmptyState
        kind="all_done"
        title={params.state === "overdue" ? "Nothing is overdue" : "Nothing here waits for anybody"}
        action={way(hrefOf({ state: "open" }), "All open plans")}
      />
    );
  return (
    <EmptyState
      kind="first_run"
      title={params.state === "closed" ? "No plan has been closed yet" : "No open plan"}
      action={way(paths.triage(), "Go to triage")}
    >
      A plan is opened from the queue or an account's page with the key p.
    </EmptyState>
  );
}
