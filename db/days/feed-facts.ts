import "server-only";
import type { Feed } from "@/lib/core/measures/columns";

type Facts = { happened: readonly string[]; planned?: readonly string[]; isRegister?: true; areMoments?: true };

/** The columns that date the rows of each feed. What happens tells up to the day it happened, what is planned of no day until it
 * comes; a register (who, what is agreed, what is due) tells how things stand when it is delivered. */
export const FEED_FACTS: Record<Feed, Facts> = {
  contracts: { happened: ["starts_on"], isRegister: true },
  usage_days: { happened: ["day"] },
  feature_usage: { happened: ["day"] },
  tickets: { happened: ["opened_at", "closed_at"], areMoments: true },
  touchpoints: { happened: ["at"], areMoments: true },
  invoices: { happened: ["issued_on", "paid_on"], isRegister: true },
  contacts: { happened: ["active_from", "active_to"], isRegister: true },
  surveys: { happened: ["at"], areMoments: true },
  milestones: { happened: ["achieved_on"], planned: ["target_on"], isRegister: true },
  events: { happened: ["at"], areMoments: true },
  metrics: { happened: ["day"] },
  outcomes: { happened: ["decided_on"], isRegister: true },
};

/** What a row tells, as SQL: about which day, and up to which (null: it is planned). `isDelivery`: not a fact of its own, but that
 * a register stood so when it was delivered. That is known from the row's last fact on: a fact of a later day says nothing of
 * the days before it. */
export type Told = { day: string; through: string; isDelivery: boolean };

/** What the rows of a feed tell. */
export function toldOf(feed: Feed, dayOf: (column: string) => string, deliveredOn: string): Told[] {
  const { happened, planned = [], isRegister } = FEED_FACTS[feed];
  const last = `greatest(${[...happened, ...planned].map(dayOf).join(", ")})`;
  return [
    ...happened.map((column) => ({ day: dayOf(column), through: dayOf(column), isDelivery: false })),
    ...planned.map((column) => ({ day: dayOf(column), through: "null::date", isDelivery: false })),
    ...(isRegister ? [{ day: `least(${last}, ${deliveredOn})`, through: deliveredOn, isDelivery: true }] : []),
  ];
}
