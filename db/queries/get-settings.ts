import "server-only";
import { settings } from "@/db/schema";
import type { Ctx } from "@/lib/server/context";

export type Settings = typeof settings.$inferSelect;

/** The installation's settings. */
export async function getSettings(ctx: Ctx): Promise<Settings> {
  const [row] = await ctx.db.select().from(settings);
  if (!row) throw new Error("The settings row is missing; the migrations put it there");
  return row;
}
