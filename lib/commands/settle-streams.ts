import "server-only";
import { addDays } from "@/lib/core/calendar";
import { applyRows } from "@/lib/ingest/apply-rows";
import type { SourceRow } from "@/lib/ingest/read-rows";
import { rowsOf } from "@/lib/ingest/rows-of";
import { featureRows, quietRows, type Tracked, USER_DAYS_KEPT, usageRows } from "@/lib/ingest/segment-usage";
import { SIGNAL_TABLES } from "@/lib/ingest/signal-tables";
import { takeWaiting } from "@/lib/ingest/take-waiting";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

/** Brings what programs sent up to date: rows and events whose account has come since, zeros for quiet days that are over,
 * and away with what is only kept for a while. Returns the rows written or taken. */
export async function settleStreams(ctx: Ctx): Promise<number> {
  await authorize(ctx, "run:compute");
  return withTransaction(
    ctx,
    async ({ client }) => {
      await client.query("select pg_advisory_xact_lock(hashtext('bellwether.segment'))");
      const { rows: workspace } = await client.query<{ currency: string; zone: string }>(
        "select currency, time_zone as zone from settings where id = 1",
      );
      const { currency = "USD", zone = "UTC" } = workspace[0] ?? {};
      await client.query("select set_config('timezone', $1, true)", [zone]);
      const options = { today: ctx.today, workspaceCurrency: currency };
      const taken = await takeWaiting(client, options);
      let written = taken.reduce((sum, { accepted }) => sum + accepted, 0);
      const { rows: late } = await client.query<Tracked>(
        `select distinct x.account_key as key, x.day::text as day from user_days x
         join accounts a on lower(a.external_id) = x.account_key
         where not exists (select from usage_days u where u.account_id = a.id and u.day = x.day and u.events is not null)`,
      );
      const write = async (table: string, rows: readonly SourceRow[]) => {
        const spec = SIGNAL_TABLES.find((one) => one.table === table);
        if (spec && rows.length > 0) written += (await applyRows(client, rowsOf(rows), { spec, ...options })).accepted;
      };
      await write("usage_days", await usageRows(client, late, ctx.today));
      await write("feature_usage", await featureRows(client, late));
      await write("usage_days", await quietRows(client, addDays(ctx.today, -1)));
      const kept = [addDays(ctx.today, -USER_DAYS_KEPT)];
      await client.query("delete from user_days where day < $1", kept);
      await client.query("delete from taken_messages where taken_at < $1::date", kept);
      await client.query("delete from source_runs where started_at < $1::date", [addDays(ctx.today, -90)]);
      return written;
    },
    { statementTimeoutMillis: 0 },
  );
}
