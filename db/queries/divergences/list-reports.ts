import "server-only";
import { eq } from "drizzle-orm";
import { people } from "@/db/schema";
import type { Ctx } from "@/lib/server/context";

/** Whose calibration the viewer may see: one's own, and as a manager one's team's; administrators everybody's. */
export async function listReports(ctx: Ctx): Promise<ReadonlySet<number> | "all"> {
  const { actor } = ctx;
  if (actor.kind !== "person") return new Set();
  if (actor.roles.includes("admin")) return "all";
  const team = actor.roles.includes("manager")
    ? await ctx.db.select({ id: people.id }).from(people).where(eq(people.managerId, actor.personId))
    : [];
  return new Set([actor.personId, ...team.map(({ id }) => id)]);
}
