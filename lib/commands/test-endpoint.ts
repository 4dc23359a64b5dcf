import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { endpoints } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { sendToEndpoint } from "@/lib/server/notify/send-to-endpoint";
import { withTransaction } from "@/lib/server/transaction";

export const TestEndpoint = z.strictObject({ id: z.int().positive() });

const SAID = "This is a test from Bellwether. Events will arrive here.";

/** Sends an event of the type "test" to an endpoint, signed like any other, and tells what it answered. */
export async function testEndpoint(
  ctx: Ctx,
  { id }: z.output<typeof TestEndpoint>,
): Promise<{ status: number | null; error: string | null }> {
  await authorize(ctx, "settings:write");
  const [endpoint] = await ctx.db.select().from(endpoints).where(eq(endpoints.id, id));
  if (!endpoint) throw new AppError("not_found", "There is no such endpoint.");
  const event = { type: "test", timestamp: ctx.now.toISOString(), data: { text: SAID } };
  const body = JSON.stringify(endpoint.kind === "slack" ? { text: SAID } : event);
  const answer = await sendToEndpoint(endpoint, `evt_test_${randomUUID()}`, body, ctx.now);
  await withTransaction(ctx, ({ tx }) =>
    emitAudit(ctx, tx, { entry: "endpoint.tested", subject: `${id} ${endpoint.name}`, after: answer }),
  );
  return answer;
}
