import { z } from "zod";
import { DayText, Money, Person, Standing, ToneWord } from "./shapes";

const score = z.number().nullable().meta({ description: "0–100 to one decimal; null: insufficient data." });

/** One account of a list. What only today's run knows is null on a past day. */
export const AccountRow = z.strictObject({
  account_id: z.string(),
  slug: z.string(),
  name: z.string(),
  segment: z.string().nullable(),
  region: z.string().nullable(),
  csm: Person.nullable(),
  am: Person.nullable(),
  arr: Money.nullable(),
  renewal_date: DayText.nullable(),
  decide_by: DayText.nullable(),
  score,
  health: score,
  band: ToneWord,
  measured: ToneWord,
  people: ToneWord,
  diverges: z.enum(["hidden_risk", "false_alarm"]).nullable(),
  severe: z.boolean(),
  coverage: z.number().nullable(),
  change_30d: z.number().nullable(),
  priority: z.number().nullable(),
  reason: z.string().nullable(),
  moved: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
});

const text = z.string().trim().min(1).max(500);
const attribute = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]);

/** What PATCH can change. */
export const AccountChange = z
  .strictObject({
    name: text,
    domain: text.nullable(),
    industry: text.nullable(),
    region: text.nullable(),
    source: text.nullable(),
    crm_url: z.url().nullable(),
    customer_since: DayText.nullable(),
    parent_account_id: text.nullable(),
    segment: text.nullable(),
    lifecycle_stage: text.nullable(),
    attributes: z.record(z.string().min(1).max(100), attribute),
    csm_email: z.email().nullable(),
    am_email: z.email().nullable(),
  })
  .partial();
export type AccountChange = z.output<typeof AccountChange>;

/** An account: what PATCH can change, its contracts, and how it stands in the current run. */
export const AccountDetail = z.strictObject({
  account_id: z.string(),
  slug: z.string(),
  name: z.string(),
  domain: z.string().nullable(),
  industry: z.string().nullable(),
  region: z.string().nullable(),
  source: z.string().nullable(),
  crm_url: z.string().nullable(),
  customer_since: DayText.nullable(),
  parent_account_id: z.string().nullable(),
  segment: z.string().nullable(),
  lifecycle_stage: z.string().nullable(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  csm_email: z.string().nullable(),
  am_email: z.string().nullable(),
  contracts: z.array(
    z.strictObject({
      id: z.string(),
      starts_on: DayText,
      ends_on: DayText.nullable(),
      arr: Money,
      seats: z.int().nullable(),
      auto_renew: z.boolean(),
      notice_days: z.int(),
    }),
  ),
  now: AccountRow.omit({
    account_id: true,
    slug: true,
    name: true,
    segment: true,
    region: true,
    csm: true,
    am: true,
    moved: true,
  })
    .extend({
      band_since: DayText.nullable(),
      card_state: z.enum(["in_force", "expired", "none", "exempt"]),
      card_due_on: DayText.nullable(),
      reasons: z.array(z.strictObject({ key: z.string(), text: z.string() })),
      steps: z.array(z.string()),
    })
    .nullable()
    .meta({ description: "Its row of the current run; null where it is not in the book today." }),
  standing: Standing,
});
