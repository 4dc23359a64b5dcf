import "server-only";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { oweByDate } from "@/lib/server/notify/owed-by-date";
import { evaluateRules } from "@/lib/server/run/evaluate-rules";
import { withTransaction } from "@/lib/server/transaction";

/** Owes the notices that come with the day and with administrators' own rules, each once. Returns how many are new. */
export async function collectNotices(ctx: Ctx): Promise<number> {
  await authorize(ctx, "run:compute");
  const unlimited = { statementTimeoutMillis: 60_000 };
  return withTransaction(
    ctx,
    async ({ client }) => (await oweByDate(client, ctx.today)) + (await evaluateRules(client)),
    unlimited,
  );
}
