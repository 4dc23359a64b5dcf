import "server-only";
import { and, asc, between, eq } from "drizzle-orm";
import { healthDay } from "@/db/schema";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type HealthPoint = {
  day: Day;
  score: number | null;
  health: number | null;
  qualitative: number | null;
  coverage: number;
  /** 1 red, 2 yellow, 3 green; null is insufficient data. */
  scoreTone: number | null;
  healthTone: number | null;
  peopleTone: number | null;
  modelVersion: number;
  replayed: boolean;
};

/** Score and health of an account on every day of a span that has them, earliest first. */
export async function listHealthHistory(
  ctx: Ctx,
  accountId: number,
  { from, to }: { from: Day; to: Day },
): Promise<HealthPoint[]> {
  return ctx.db
    .select({
      day: healthDay.day,
      score: healthDay.score,
      health: healthDay.health,
      qualitative: healthDay.qualitative,
      coverage: healthDay.coverage,
      scoreTone: healthDay.scoreTone,
      healthTone: healthDay.healthTone,
      peopleTone: healthDay.peopleTone,
      modelVersion: healthDay.modelVersion,
      replayed: healthDay.replayed,
    })
    .from(healthDay)
    .where(
      and(
        eq(healthDay.accountId, accountId),
        between(healthDay.day, from, to),
        visibleAccounts(ctx, healthDay.accountId),
      ),
    )
    .orderBy(asc(healthDay.day));
}
