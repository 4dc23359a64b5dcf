import "server-only";
import type { Pool, PoolClient } from "pg";
import type { PriorityFormula } from "@/lib/core/portfolio/priority-formula";
import type { Ctx } from "@/lib/server/context";
import { loadBookStatistics } from "@/lib/server/run/book-statistics";
import { loadFormula } from "@/lib/server/run/load-formula";

export type Ranking = { formula: PriorityFormula; medianArrCents: number };

/** How the queue is ordered: the formula's figures, and the book's median ARR that they refer to. */
export async function getRanking({ db }: Ctx): Promise<Ranking> {
  const client = db.$client as Pool | PoolClient;
  const formula = await loadFormula(client);
  const { medianCents } = await loadBookStatistics(client);
  return { formula, medianArrCents: medianCents ?? 0 };
}
