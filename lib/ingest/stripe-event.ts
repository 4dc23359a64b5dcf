import { z } from "zod";
import { AppError } from "@/lib/errors";

const Metadata = z.record(z.string(), z.string()).nullish().catch(null);
/** A reference is an id, or the object itself where it was expanded. */
const Reference = z
  .union([z.string(), z.object({ id: z.string(), metadata: Metadata })])
  .transform((value) => (typeof value === "string" ? { id: value, metadata: null } : value))
  .nullish();
const Seconds = z.number().nullish();
const SubscriptionDetails = z.object({ metadata: Metadata, subscription: Reference }).nullish();

const StripeInvoice = z.object({
  id: z.string(),
  object: z.literal("invoice"),
  customer: Reference,
  metadata: Metadata,
  /** Where an invoice names its subscription, in newer versions of Stripe's API and in older ones. */
  parent: z.object({ subscription_details: SubscriptionDetails }).nullish(),
  subscription: Reference,
  subscription_details: z.object({ metadata: Metadata }).nullish(),
  status: z.string().nullish(),
  currency: z.string(),
  total: z.number(),
  created: z.number(),
  due_date: Seconds,
  status_transitions: z.object({ finalized_at: Seconds, paid_at: Seconds }).nullish(),
});

const Item = z.object({
  quantity: z.number().nullish(),
  current_period_start: Seconds,
  current_period_end: Seconds,
  price: z.object({
    unit_amount: z.number().nullish(),
    unit_amount_decimal: z.union([z.string(), z.number()]).nullish(),
    recurring: z.object({ interval: z.enum(["day", "week", "month", "year"]), interval_count: z.number() }).nullish(),
  }),
});

const StripeSubscription = z.object({
  id: z.string(),
  object: z.literal("subscription"),
  customer: Reference,
  metadata: Metadata,
  status: z.string(),
  currency: z.string(),
  start_date: z.number(),
  current_period_start: Seconds,
  current_period_end: Seconds,
  cancel_at: Seconds,
  cancel_at_period_end: z.boolean(),
  ended_at: Seconds,
  items: z.object({ data: z.array(Item) }),
});

const Event = z.object({
  id: z.string(),
  type: z.string(),
  created: z.number(),
  data: z.object({ object: z.unknown() }),
});

export type StripeInvoice = z.output<typeof StripeInvoice>;
export type StripeSubscription = z.output<typeof StripeSubscription>;

/** What an event tells: an invoice, a subscription, or nothing that we take. */
export interface StripeNews {
  id: string;
  type: string;
  /** When it happened. Events of one second are told apart by how far on their object is. */
  at: Date;
  object: StripeInvoice | StripeSubscription | null;
}

const PROGRESS: Readonly<Record<string, number>> = {
  draft: 1,
  incomplete: 1,
  open: 2,
  trialing: 2,
  active: 3,
  past_due: 4,
};

/** Reads an event whose signature was found good. */
export function readStripeEvent(event: unknown): StripeNews {
  const { id, type, created, data } = parsed(Event, event, "event");
  const object = type.startsWith("invoice.")
    ? type === "invoice.upcoming"
      ? null
      : parsed(StripeInvoice, data.object, type)
    : type.startsWith("customer.subscription.")
      ? parsed(StripeSubscription, data.object, type)
      : null;
  const progress = PROGRESS[object?.status ?? ""] ?? 9;
  return { id, type, at: new Date(created * 1000 + progress), object };
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new AppError("invalid", `Stripe's ${what} is not as expected at ${issue?.path.join(".")}: ${issue?.message}.`);
}
