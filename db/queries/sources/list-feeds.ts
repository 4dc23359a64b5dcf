import "server-only";
import { feeds } from "@/db/schema";
import { addDays, type Day, daysBetween } from "@/lib/core/calendar";
import { FEEDS, type Feed } from "@/lib/core/measures/columns";
import { freshnessOf } from "@/lib/core/measures/freshness-of";
import type { Ctx } from "@/lib/server/context";

export type FeedRow = {
  feed: Feed;
  /** The newest day it tells of, and how old that is; null where it never delivered. */
  lastDay: Day | null;
  ageDays: number | null;
  rows: number;
  /** How old it may be, in days, and the first day on which its measures count as missing. */
  limitDays: number;
  staleOn: Day | null;
  state: "fresh" | "stale" | "never";
};

/** Every feed with how old it is against how old it may be. */
export async function listFeeds(ctx: Ctx): Promise<FeedRow[]> {
  const delivered = await ctx.db.select().from(feeds);
  return FEEDS.map((feed) => {
    const limitDays = freshnessOf(feed);
    const found = delivered.find((one) => one.feed === feed);
    if (!found) return { feed, lastDay: null, ageDays: null, rows: 0, limitDays, staleOn: null, state: "never" };
    const ageDays = Math.max(0, daysBetween(found.lastDay, ctx.today));
    return {
      feed,
      lastDay: found.lastDay,
      ageDays,
      rows: found.rows,
      limitDays,
      staleOn: addDays(found.lastDay, limitDays + 1),
      state: ageDays <= limitDays ? "fresh" : "stale",
    };
  });
}
