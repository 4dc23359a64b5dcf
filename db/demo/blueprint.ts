import type { Curve } from "./curve";

export type Tone = "green" | "yellow" | "red";
export type Segment = "Enterprise" | "Mid-market" | "SMB";
export type Champion = "active" | "at_risk" | "missing";
export type Executive = "active" | "lapsed" | "none" | "n/a";
export type Narrative = "defensible" | "in_development" | "missing";
export type Answers = readonly [Champion, Executive, Narrative];

/** From a day on the account manager gives these answers. `exact` cards are submitted that very day, others with the month's. */
export type CardChange = { day: number; answers: Answers; exact?: boolean; note?: string };

export type Decision = {
  kind: "renewed" | "expanded" | "downsold" | "churned";
  decidedOn: number;
  effectiveOn: number;
  cause: string | null;
  avoidable: boolean | null;
  /** ARR and seats after, as a share of before. */
  factor: number;
};

export type Term = {
  startsOn: number;
  endsOn: number;
  arrCents: number;
  seats: number;
};

/** One customer's story: latent paths from which every raw signal of the account follows. */
export type Blueprint = {
  id: number;
  name: string;
  slug: string;
  industry: string;
  region: string;
  segment: Segment;
  source: string;
  productVersion: string;
  parentId: number | null;
  customerSince: number;
  leavesOn: number | null;
  csmId: number;
  amId: number;
  currency: string;
  terms: Term[];
  autoRenew: boolean;
  noticeDays: number;
  /** Weekly mean of daily active users as a share of seats. */
  usage: Curve;
  /** Weekend use against a weekday's. */
  weekend: number;
  /** How deep the product is used, 0–1: features, modules, minutes, days. */
  depth: number;
  /** How strongly holidays and seasons show. */
  season: number;
  /** Days without a usage row (an outage of the feed), from and to. */
  silent: readonly [number, number] | null;
  attendance: Curve;
  load: Curve;
  onTime: Curve;
  met: Curve;
  /** 0–1: what surveys and CSAT say. */
  mood: Curve;
  cards: CardChange[];
  /** No card is submitted from this day on. */
  cardsEnd: number | null;
  decisions: Decision[];
  billing: "monthly" | "quarterly";
  headcountGrowth: number;
  /** A champion left on this day; nobody followed. */
  championLeft: number | null;
};
