import "server-only";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { heldToday } from "@/lib/server/run/holds/load-holds";
import { releaseDue } from "@/lib/server/run/holds/release-due";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

/** Lets go of book-wide holds that nobody explained within 24 hours, and of explained ones at their end. Returns how many. */
export async function releaseHolds(ctx: Ctx): Promise<number> {
  await authorize(ctx, "run:compute");
  const due = await ctx.db.execute("select from holds where released_at is null and kind = 'book_wide' limit 1");
  if (!due.rowCount) return 0;
  return withTransaction(
    ctx,
    async ({ tx, client }) => {
      const { asOf, accountIds } = await heldToday(client);
      const released = await releaseDue(client, asOf ?? ctx.today);
      if (released.length === 0) return 0;
      await rescore(tx, accountIds, "hold");
      await emitAudit(ctx, tx, { entry: "hold.released", after: { holds: released } });
      return released.length;
    },
    { statementTimeoutMillis: 0 },
  );
}
