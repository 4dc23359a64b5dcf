import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";
import type { PlansParams } from "./search-params";

interface Props {
  params: PlansParams;
  hrefOf: (change: Partial<PlansParams>) => string;
}

/** No plan to show, and why. */
export function NoPlans({ params, hrefOf }: Props) {
  const link = "text-primary underline";
  if (params.q || params.kind || params.cause)
    return (
      <EmptyState
        kind="nothing_matches"
        title="No plan matches these filters"
        action={
          <Link href={hrefOf({ q: null, kind: null, cause: null })} className={link}>
            Clear all
          </Link>
        }
      />
    );
  if (params.state !== "open" && params.state !== "closed")
    return (
      <EmptyState
        kind="all_done"
        title={params.state === "overdue" ? "Nothing is overdue" : "Nothing here waits for anybody"}
        action={
          <Link href={hrefOf({ state: "open" })} className={link}>
            All open plans
          </Link>
        }
      />
    );
  return (
    <EmptyState
      kind="first_run"
      title={params.state === "closed" ? "No plan has been closed yet" : "No open plan"}
      action={
        <Link href={paths.triage()} className={link}>
          Go to triage
        </Link>
      }
    >
      A plan is opened from the queue or an account's page with the key p.
    </EmptyState>
  );
}
