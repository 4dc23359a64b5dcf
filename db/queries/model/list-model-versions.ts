import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { modelReplayRequests, modelVersions, people } from "@/db/schema";
import type { ModelVersion } from "@/lib/core/model-draft/model-version";
import type { Ctx } from "@/lib/server/context";

/** Every published version of the model, newest first. */
export async function listModelVersions(ctx: Ctx): Promise<ModelVersion[]> {
  const [publisher, owner, withdrawer] = [
    alias(people, "publisher"),
    alias(people, "owner"),
    alias(people, "withdrawer"),
  ];
  const rows = await ctx.db
    .select({
      version: modelVersions.version,
      name: modelVersions.name,
      model: modelVersions.definition,
      note: modelVersions.note,
      expected: modelVersions.expected,
      effectiveFrom: modelVersions.effectiveFrom,
      publishedAt: modelVersions.publishedAt,
      publishedBy: publisher.name,
      ownerId: modelVersions.ownerId,
      owner: owner.name,
      nextReviewOn: modelVersions.nextReviewOn,
      withdrawnOn: modelVersions.withdrawnOn,
      withdrawnBy: withdrawer.name,
      withdrawnReason: modelVersions.withdrawnReason,
      isAsked: sql<boolean>`${modelReplayRequests.version} is not null`,
      daysDone: modelReplayRequests.daysDone,
      days: modelReplayRequests.days,
      finishedAt: modelReplayRequests.finishedAt,
    })
    .from(modelVersions)
    .leftJoin(publisher, eq(publisher.id, modelVersions.publishedBy))
    .leftJoin(owner, eq(owner.id, modelVersions.ownerId))
    .leftJoin(withdrawer, eq(withdrawer.id, modelVersions.withdrawnBy))
    .leftJoin(modelReplayRequests, eq(modelReplayRequests.version, modelVersions.version))
    .orderBy(desc(modelVersions.version));
  return rows.map(({ isAsked, daysDone, days, finishedAt, withdrawnOn, withdrawnBy, withdrawnReason, ...version }) => ({
    ...version,
    publishedAt: version.publishedAt.toISOString(),
    withdrawn: withdrawnOn ? { on: withdrawnOn, by: withdrawnBy, reason: withdrawnReason ?? "" } : null,
    replay: isAsked ? { daysDone: daysDone ?? 0, days, isFinished: finishedAt !== null } : null,
  }));
}
