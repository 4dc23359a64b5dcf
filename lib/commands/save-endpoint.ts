import "server-only";
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { endpoints } from "@/db/schema";
import { EVENT_KINDS } from "@/lib/core/notices/kinds";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { urlRefusal } from "@/lib/server/notify/post-out";
import { seal } from "@/lib/server/seal";
import { withTransaction } from "@/lib/server/transaction";

export const SaveEndpoint = z.strictObject({
  id: z.int().positive().optional(),
  kind: z.enum(["slack", "webhook"]),
  name: z.string().trim().min(1, "needs a name").max(80),
  /** Left out, the one kept stays. */
  url: z.string().trim().max(2000).optional(),
  events: z.array(z.enum(EVENT_KINDS)).min(1, "choose at least one event"),
  enabled: z.boolean().default(true),
});

/** Makes an endpoint or changes one. A new webhook's signing secret is returned, this once. Slack's address is a secret itself:
 * it is sealed, and only its host is shown again. */
export async function saveEndpoint(
  ctx: Ctx,
  { id, kind, name, url, events, enabled }: z.output<typeof SaveEndpoint>,
): Promise<{ id: number; secret: string | null }> {
  await authorize(ctx, "settings:write");
  const refusal = url === undefined ? null : urlRefusal(url);
  if (refusal) throw new AppError("invalid", `url: ${refusal}`, { url: refusal });
  return withTransaction(ctx, async ({ tx }) => {
    const [before] = id ? await tx.select().from(endpoints).where(eq(endpoints.id, id)) : [];
    if (id && before?.kind !== kind) throw new AppError("not_found", "There is no such endpoint.");
    if (!before && url === undefined) throw new AppError("invalid", "url: is missing", { url: "is missing" });
    const secret = before || kind === "slack" ? null : `whsec_${randomBytes(32).toString("base64")}`;
    const address = url === undefined ? {} : addressOf(kind, url);
    const values = { name, events: [...new Set(events)], enabled, ...address, ...(secret && { secret: seal(secret) }) };
    const [saved] = before
      ? await tx.update(endpoints).set(values).where(eq(endpoints.id, before.id)).returning()
      : await tx
          .insert(endpoints)
          .values({ url: "", ...values, kind, createdBy: ctx.actor.kind === "person" ? ctx.actor.personId : null })
          .returning();
    if (!saved) throw new Error("The endpoint was not stored");
    await emitAudit(ctx, tx, {
      entry: "endpoint.saved",
      subject: `${saved.id} ${name}`,
      before: before && shown(before),
      after: shown(saved),
    });
    return { id: saved.id, secret };
  });
}

function addressOf(kind: "slack" | "webhook", url: string): { url: string; secret?: string } {
  return kind === "slack" ? { url: `${new URL(url).origin}/…`, secret: seal(url) } : { url };
}

function shown({ name, kind, url, events, enabled }: typeof endpoints.$inferSelect) {
  return { name, kind, url, events, enabled };
}
