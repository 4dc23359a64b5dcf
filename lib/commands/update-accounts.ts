import "server-only";
import { sql } from "drizzle-orm";
import { closeChanged } from "@/db/days/close-changed";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { applyQueue } from "@/lib/server/run/apply-queue";
import { lockPublishing } from "@/lib/server/run/lock-publishing";
import { withTransaction } from "@/lib/server/transaction";

/** Takes changed signals into account_day and scores the accounts they touch, those queued and the ones given anew, as a
 * revision of the current run. While a full run is being computed they wait for it. Returns the accounts scored. */
export async function updateAccounts(ctx: Ctx, accountIds: readonly number[] = []): Promise<number[]> {
  await authorize(ctx, "run:compute");
  const { rows } = await ctx.db.execute<{ changed: boolean; queued: boolean }>(
    sql`select exists (select from changed_accounts) as changed, exists (select from rescore_queue) as queued`,
  );
  const [waiting] = rows;
  if (!waiting?.changed && !waiting?.queued && accountIds.length === 0) return [];
  const unlimited = { statementTimeoutMillis: 0 };
  if (waiting?.changed) await withTransaction(ctx, ({ client }) => closeChanged(client), unlimited);
  return withTransaction(
    ctx,
    async ({ client }) => {
      await lockPublishing(client);
      const computing = await client.query(
        `select from runs join leases on leases.name = 'run' and leases.epoch = runs.epoch
         where status = 'computing' and expires_at > now()`,
      );
      if (!computing.rowCount) return applyQueue(client, accountIds);
      await client.query(
        `insert into rescore_queue (account_id, reason) select id, 'asked' from unnest($1::int[]) id
         on conflict (account_id) do nothing`,
        [accountIds],
      );
      return [];
    },
    unlimited,
  );
}
