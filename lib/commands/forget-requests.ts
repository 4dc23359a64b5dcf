import "server-only";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

/** Drops answers kept for repeated requests after two days, and counts of requests after an hour. They are no record of
 * what happened (the audit log is), so their end is no entry in it. Returns how many answers went. */
export async function forgetRequests(ctx: Ctx): Promise<number> {
  await authorize(ctx, "run:compute");
  return withTransaction(ctx, async ({ client }) => {
    await client.query("delete from request_counts where minute < now() - interval '1 hour'");
    const { rowCount } = await client.query(
      "delete from idempotency_keys where created_at < now() - interval '48 hours'",
    );
    return rowCount ?? 0;
  });
}
