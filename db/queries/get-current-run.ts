import "server-only";
import { eq } from "drizzle-orm";
import { feeds, modelVersions, runs } from "@/db/schema";
import { type Day, daysBetween } from "@/lib/core/calendar";
import { FEEDS, type Feed } from "@/lib/core/measures/columns";
import { freshnessOf } from "@/lib/core/measures/freshness-of";
import type { Ctx } from "@/lib/server/context";
import { getModelStanding, type ModelStanding } from "./validation/get-model-standing";

export type FeedFreshness = { feed: Feed; lastDay: Day; deliveredAt: Date; rows: number; isFresh: boolean };

export type CurrentRun = {
  id: number;
  asOf: Day;
  /** Goes up with every incremental: part of every cached address. */
  revision: number;
  modelVersion: number;
  modelName: string;
  accounts: number;
  publishedAt: Date | null;
  feeds: FeedFreshness[];
  /** "6 of 6 sources fresh". */
  freshFeeds: number;
  standing: ModelStanding;
};

/** The run that all pages show, and how fresh its sources are; null before the first. */
export async function getCurrentRun(ctx: Ctx): Promise<CurrentRun | null> {
  const [run] = await ctx.db
    .select({
      id: runs.id,
      asOf: runs.asOf,
      revision: runs.revision,
      modelVersion: runs.modelVersion,
      modelName: modelVersions.name,
      accounts: runs.accounts,
      publishedAt: runs.publishedAt,
    })
    .from(runs)
    .innerJoin(modelVersions, eq(modelVersions.version, runs.modelVersion))
    .where(eq(runs.isCurrent, true));
  if (!run) return null;
  const [delivered, standing] = await Promise.all([ctx.db.select().from(feeds), getModelStanding(ctx)]);
  const known = FEEDS.flatMap((feed): FeedFreshness[] => {
    const row = delivered.find((other) => other.feed === feed);
    if (!row) return [];
    const { lastDay, deliveredAt, rows } = row;
    return [{ feed, lastDay, deliveredAt, rows, isFresh: daysBetween(lastDay, run.asOf) <= freshnessOf(feed) }];
  });
  return { ...run, feeds: known, freshFeeds: known.filter(({ isFresh }) => isFresh).length, standing };
}
