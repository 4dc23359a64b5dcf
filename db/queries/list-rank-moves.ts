import "server-only";
import type { Pool, PoolClient } from "pg";
import type { PriorityFormula } from "@/lib/core/portfolio/priority-formula";
import { priorityFactsOf, priorityOf } from "@/lib/core/portfolio/triage";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { loadRanked } from "@/lib/server/run/load-ranked";

export type RankMove = { accountId: number; slug: string; name: string; before: number; after: number };

const TOP = 20;

/** The accounts of the first twenty places, before or after, each with both its places in the whole book under another formula. */
export async function listRankMoves(ctx: Ctx, formula: PriorityFormula): Promise<RankMove[]> {
  await authorize(ctx, "settings:write");
  const { rows, medianCents } = await loadRanked(ctx.db.$client as Pool | PoolClient);
  const ranked = rows.map((row) => ({
    ...row,
    next: priorityOf(priorityFactsOf(row, medianCents), formula).priority,
  }));
  const placesBy = (of: (row: (typeof ranked)[number]) => number) =>
    new Map(
      ranked
        .toSorted((a, b) => of(b) - of(a) || a.accountId - b.accountId)
        .map(({ accountId }, i) => [accountId, i + 1] as const),
    );
  const before = placesBy(({ priority }) => priority);
  const after = placesBy(({ next }) => next);
  return ranked
    .map(({ accountId, slug, name }) => ({
      ...{ accountId, slug, name },
      before: before.get(accountId) as number,
      after: after.get(accountId) as number,
    }))
    .filter((move) => Math.min(move.before, move.after) <= TOP)
    .sort((a, b) => a.after - b.after);
}
