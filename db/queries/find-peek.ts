import "server-only";
import { type Day, daysBetween } from "@/lib/core/calendar";
import { type WhyRow, whyRows } from "@/lib/core/health/why";
import { type Priority, priorityFactsOf, priorityOf } from "@/lib/core/portfolio/triage";
import type { Ctx } from "@/lib/server/context";
import { type AccountPage, findAccount } from "./find-account";
import { getCurrentRun } from "./get-current-run";
import { getDecomposition } from "./get-decomposition";
import { getRanking, type Ranking } from "./get-ranking";
import { findOpenPlaybook, type OpenPlaybook } from "./playbooks/find-open-playbook";

/** An account at a glance: its row of the run, what the score is made of, and what overlay and guardrails did. */
export type Peek = {
  account: AccountPage;
  why: WhyRow[];
  steps: string[];
  /** What its place in the queue is made of; null where it is not in the book. */
  ranking: Priority | null;
  /** What its band obliges to. */
  playbook: OpenPlaybook | null;
};

/** What the peek beside a list shows. Null where there is no such account or the actor may not see it. */
export async function findPeek(ctx: Ctx, slug: string): Promise<Peek | null> {
  const account = await findAccount(ctx, slug);
  if (!account) return null;
  const [run, found, playbook, ranking] = await Promise.all([
    getCurrentRun(ctx),
    getDecomposition(ctx, account.accountId),
    findOpenPlaybook(ctx, account.accountId),
    getRanking(ctx),
  ]);
  const ranked = rankingOf(account, ranking, run?.asOf ?? ctx.today);
  if (!found || !run) return { account, why: [], steps: [], ranking: ranked, playbook };
  const daysAsCustomer = account.customerSince ? daysBetween(account.customerSince, found.asOf) : null;
  const why = whyRows(found.scored, found.definition, { asOf: found.asOf, feeds: run.feeds, daysAsCustomer });
  return { account, why, steps: found.health.steps.map(({ words }) => words), ranking: ranked, playbook };
}

function rankingOf({ now }: AccountPage, { formula, medianArrCents }: Ranking, asOf: Day): Priority | null {
  if (!now) return null;
  const daysToDecideBy = now.decideBy === null ? null : daysBetween(asOf, now.decideBy);
  return priorityOf(priorityFactsOf({ ...now, daysToDecideBy, flags: now.priorityFlags }, medianArrCents), formula);
}
