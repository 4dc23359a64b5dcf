import "server-only";
import { and, eq, gt, isNull, ne } from "drizzle-orm";
import { people, signInLinks } from "@/db/schema";
import type { Ctx } from "@/lib/server/context";
import { type LinkPurpose, tokenHash } from "@/lib/server/one-time-link";

export type OpenLink = { purpose: LinkPurpose; name: string; email: string };

/** Whose one-time link a token is and what for; null where it is unknown, used, expired or its person deactivated. */
export async function findLink(ctx: Ctx, token: string): Promise<OpenLink | null> {
  const [row] = await ctx.db
    .select({ purpose: signInLinks.purpose, name: people.name, email: people.email })
    .from(signInLinks)
    .innerJoin(people, eq(people.id, signInLinks.personId))
    .where(
      and(
        eq(signInLinks.tokenHash, tokenHash(token)),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, ctx.now),
        ne(people.status, "deactivated"),
      ),
    );
  return row ?? null;
}
