import type { PoolClient } from "pg";
import type { StripeInvoice, StripeSubscription } from "./stripe-event";

/** The account that an invoice or subscription belongs to: the one its metadata names (account_id, on itself, its subscription
 * or its customer), that of the subscription's contract, that with the customer in its attribute stripe_customer_id, else the
 * customer's id as the account's key. */
export async function stripeAccount(
  client: PoolClient,
  object: StripeInvoice | StripeSubscription,
): Promise<string | null> {
  const details = object.object === "invoice" ? object.parent?.subscription_details : null;
  const older = object.object === "invoice" ? object.subscription_details : null;
  const named = [object.metadata, details?.metadata, older?.metadata, object.customer?.metadata];
  const key = named.map((metadata) => metadata?.account_id?.trim()).find(Boolean);
  if (key) return key;
  const subscription =
    object.object === "subscription" ? object.id : (details?.subscription?.id ?? object.subscription?.id ?? null);
  const { rows } = await client.query<{ key: string }>(
    `select key from (
       select a.external_id as key, 1 as rank from contracts c join accounts a on a.id = c.account_id
       where $1::text is not null and split_part(c.external_id, ':', 1) = $1
       union all select a.external_id, 2 from account_attributes t join accounts a on a.id = t.account_id
       where t.attributes->>'stripe_customer_id' = $2) found order by rank limit 1`,
    [subscription, object.customer?.id ?? null],
  );
  return rows[0]?.key ?? object.customer?.id ?? null;
}
