import "server-only";
import { daysBetween } from "@/lib/core/calendar";
import { type WhyRow, whyRows } from "@/lib/core/health/why";
import type { Ctx } from "@/lib/server/context";
import { type AccountPage, findAccount } from "./find-account";
import { getCurrentRun } from "./get-current-run";
import { getDecomposition } from "./get-decomposition";
import { findOpenPlaybook, type OpenPlaybook } from "./playbooks/find-open-playbook";

/** An account at a glance: its row of the run, what the score is made of, and what overlay and guardrails did. */
export type Peek = {
  account: AccountPage;
  why: WhyRow[];
  steps: string[];
  /** What its band obliges to. */
  playbook: OpenPlaybook | null;
};

/** What the peek beside a list shows. Null where there is no such account or the actor may not see it. */
export async function findPeek(ctx: Ctx, slug: string): Promise<Peek | null> {
  const account = await findAccount(ctx, slug);
  if (!account) return null;
  const [run, found, playbook] = await Promise.all([
    getCurrentRun(ctx),
    getDecomposition(ctx, account.accountId),
    findOpenPlaybook(ctx, account.accountId),
  ]);
  if (!found || !run) return { account, why: [], steps: [], playbook };
  const daysAsCustomer = account.customerSince ? daysBetween(account.customerSince, found.asOf) : null;
  const why = whyRows(found.scored, found.definition, { asOf: found.asOf, feeds: run.feeds, daysAsCustomer });
  return { account, why, steps: found.health.steps.map(({ words }) => words), playbook };
}
