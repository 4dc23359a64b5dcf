import type { Feed } from "./columns";
import type { Measure, Unit } from "./measure";
import { NONE } from "./reading";

/** Feeds as people call them. */
export const FEED_WORDS: Readonly<Record<Feed, string>> = {
  contracts: "contracts",
  usage_days: "usage",
  feature_usage: "feature usage",
  tickets: "support tickets",
  touchpoints: "touchpoints",
  invoices: "invoices",
  contacts: "contacts",
  surveys: "surveys",
  milestones: "milestones",
  events: "events",
  metrics: "custom metrics",
  outcomes: "outcomes",
};

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  "%": "%",
  days: " d",
  hours: " h",
  count: "",
  points: "",
  level: "",
  "per 100 seats": " per 100 seats",
  features: " features",
  users: " users",
  score: "",
  value: "",
};

const plain = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1, signDisplay: "exceptZero" });

type Worded = Pick<Measure, "unit" | "levels" | "signed" | "sinceCustomer">;

/** An encoded reading in words with its unit, to one decimal: "no data" where it is missing, "none" where there is nothing to
 * measure, a level by its name, a change with its sign. A measure that counts from customer_since says "never in 92 d" where its
 * reading is all the days the account has been a customer.
 * @example readingText({ unit: "per 100 seats" }, 3.2) // → "3.2 per 100 seats"
 * @example readingText({ unit: "days", sinceCustomer: true }, 92, { daysAsCustomer: 92 }) // → "never in 92 d" */
export function readingText(
  measure: Worded,
  reading: number,
  { daysAsCustomer }: { daysAsCustomer?: number | null } = {},
): string {
  if (reading === NONE) return "none";
  if (Number.isNaN(reading)) return "no data";
  if (measure.levels) return (measure.levels[reading] ?? "no data").replaceAll("_", " ");
  const number = (measure.signed ? signed : plain).format(reading).replace("-", "−");
  const text = `${number}${UNIT_WORDS[measure.unit]}`;
  return measure.sinceCustomer && reading === daysAsCustomer ? `never in ${text}` : text;
}
