import "server-only";
import type { PoolClient } from "pg";
import Stripe from "stripe";
import { AppError } from "@/lib/errors";
import { deliver } from "@/lib/ingest/deliver";
import { noteDelivery, rejectionText } from "@/lib/ingest/note-delivery";
import type { SourceRow } from "@/lib/ingest/read-rows";
import { rowsOf } from "@/lib/ingest/rows-of";
import { stripeAccount } from "@/lib/ingest/stripe-account";
import { readStripeEvent, type StripeNews } from "@/lib/ingest/stripe-event";
import { contractRow, invoiceRow } from "@/lib/ingest/stripe-rows";
import { workspaceFacts } from "@/lib/ingest/workspace-facts";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { unseal } from "@/lib/server/seal";
import { withTransaction } from "@/lib/server/transaction";

/** What became of an event: taken, waiting for its account, rejected, or nothing to take (repeated, older, of no interest). */
type Answer = "taken" | "waiting" | "rejected" | "nothing";

/** Takes one of Stripe's events whose signature is that of a Stripe source: invoices, and subscriptions as contracts. An event
 * counts once; of two about one object the newer stands, whichever comes first. */
export async function takeStripeEvent(
  ctx: Ctx,
  { payload, signature }: { payload: string; signature: string },
): Promise<Answer> {
  await authorize(ctx, "import:run");
  const { sourceId, event } = await signedBy(ctx, payload, signature);
  const news = readStripeEvent(event);
  return withTransaction(ctx, async ({ tx, client }) => {
    const { currency, timeZone } = await workspaceFacts(client);
    const { object } = news;
    if (!object || !(await isNew(client, news))) return "nothing";
    const account = await stripeAccount(client, object);
    const table = object.object === "invoice" ? "invoices" : "contracts";
    const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    const dayOf = (at: Date) => format.format(at);
    const deleted = news.type === "invoice.deleted";
    const row =
      object.object === "invoice"
        ? invoiceRow(deleted ? { ...object, status: "deleted" } : object, account ?? "", dayOf)
        : contractRow(object, account ?? "", dayOf);
    if (row === null) return "nothing";
    if (row === "void") {
      await client.query("delete from invoices where external_id = $1", [object.id]);
      await client.query("delete from waiting_rows where table_name = 'invoices' and cells->>'id' = $1", [object.id]);
    }
    const rows: SourceRow[] = row === "void" ? [] : [row];
    const options = { table, today: ctx.today, workspaceCurrency: currency, coveredThrough: ctx.today };
    const { accepted, unchanged, waiting, rejections } = await deliver(client, rowsOf(rows), options);
    const counts = { accepted, unchanged, waiting, rejected: rejections.length };
    await noteDelivery(client, { sourceId, table, ...counts, message: rejectionText(rejections) });
    await emitAudit(ctx, tx, { entry: "stripe.taken", subject: `${news.type} ${object.id}`, after: counts });
    return rejections.length > 0 ? "rejected" : waiting > 0 ? "waiting" : "taken";
  });
}

/** The Stripe source whose secret signed the payload, and the event in it. */
async function signedBy(ctx: Ctx, payload: string, signature: string): Promise<{ sourceId: number; event: unknown }> {
  const { rows } = await ctx.db.$client.query<{ id: number; secret: string | null }>(
    "select id, secret from sources where kind = 'stripe' and enabled order by id",
  );
  if (rows.length === 0) throw new AppError("not_found", "No Stripe source is set up. Add one on the page Data.");
  let cause: unknown;
  for (const { id, secret } of rows) {
    if (!secret) continue;
    try {
      return { sourceId: id, event: await Stripe.webhooks.constructEventAsync(payload, signature, unseal(secret)) };
    } catch (error) {
      cause = error;
    }
  }
  const message = "The signature is not that of a Stripe source, or is older than five minutes.";
  throw new AppError("invalid", message, {}, { cause });
}

/** Whether the event is neither a repetition nor older than what is known of its object; notes it. */
async function isNew(client: PoolClient, { id, at, object }: StripeNews): Promise<boolean> {
  const first = await client.query(
    "insert into taken_messages (sender, message_id) values ('stripe', $1) on conflict do nothing",
    [id],
  );
  if (!first.rowCount) return false;
  // Beside the events' ids: each object's, taken at the moment of its newest event.
  const newest = await client.query(
    `insert into taken_messages as old (sender, message_id, taken_at) values ('stripe object', $1, $2)
     on conflict (sender, message_id) do update set taken_at = excluded.taken_at where old.taken_at <= excluded.taken_at`,
    [object?.id, at],
  );
  return Boolean(newest.rowCount);
}
