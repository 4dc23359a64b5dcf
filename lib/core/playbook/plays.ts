import type { OwnerRole } from "./playbook";

/** A step of a play: days from its start, or, where the play hangs on the decide-by date, days before that. */
export type PlayStep = { title: string; day: number; ownerRole: OwnerRole };

/** A proven way of acting on a cause. `lowTouch` ones may hold out a random half, and only they can be called causal. */
export type Play = {
  key: string;
  name: string;
  when: string;
  from: "start" | "decide_by";
  steps: readonly PlayStep[];
  /** Where its effect is read, and how many days after it began. */
  check: { what: string; day: number };
  lowTouch: boolean;
};

export const PLAYS: readonly Play[] = [
  {
    ...{ key: "re_engage", name: "Re-engage", from: "start", lowTouch: true },
    when: "Use is falling and nothing is broken.",
    steps: [
      { title: "Send the tutorial for what they stopped using", day: 0, ownerRole: "csm" },
      { title: "Hold a refresher with the power users", day: 10, ownerRole: "csm" },
    ],
    check: { what: "Active users are up against the day it began", day: 30 },
  },
  {
    ...{ key: "support_priority", name: "Support priority and follow-up", from: "start", lowTouch: false },
    when: "Severe or escalated tickets are open.",
    steps: [
      { title: "Put their tickets first and name one contact in Support", day: 0, ownerRole: "support" },
      { title: "Call the customer with the state of each ticket", day: 2, ownerRole: "csm" },
      { title: "Ask two weeks after closing whether it holds", day: 21, ownerRole: "csm" },
    ],
    check: { what: "Severity load is under 4", day: 30 },
  },
  {
    ...{ key: "usage_trigger", name: "Usage trigger", from: "start", lowTouch: true },
    when: "A module or a team falls below the use it had.",
    steps: [
      { title: "Offer a training to those who stopped", day: 2, ownerRole: "csm" },
      { title: "Show the case that fits them in a demo", day: 10, ownerRole: "csm" },
      { title: "Review the use with the champion", day: 21, ownerRole: "csm" },
    ],
    check: { what: "The use that triggered it is back", day: 30 },
  },
  {
    ...{ key: "early_renewal", name: "Early renewal talk", from: "start", lowTouch: false },
    when: "Engagement is falling, payments are clean, and at least 120 days are left to decide.",
    steps: [
      { title: "Agree with the AM what to offer and what to ask", day: 3, ownerRole: "am" },
      { title: "Open the talk with the sponsor, with results first", day: 14, ownerRole: "am" },
      { title: "Put the terms in writing", day: 30, ownerRole: "am" },
    ],
    check: { what: "Renewed early, or the reason against it is known", day: 60 },
  },
  {
    ...{ key: "onboarding_reset", name: "Onboarding reset", from: "start", lowTouch: false },
    when: "Milestones are missed or core features unused.",
    steps: [
      { title: "Agree the first result and its date again", day: 7, ownerRole: "csm" },
      { title: "Set up the core features with them", day: 21, ownerRole: "csm" },
      { title: "Measure the first result together", day: 45, ownerRole: "csm" },
    ],
    check: { what: "Milestones are on plan", day: 60 },
  },
  {
    ...{ key: "champion_replacement", name: "Champion replacement", from: "start", lowTouch: false },
    when: "The champion left, was moved or went silent.",
    steps: [
      { title: "Ask who takes over, and ask the champion for an introduction", day: 2, ownerRole: "csm" },
      { title: "Name the successor", day: 14, ownerRole: "csm" },
      { title: "Meet executive to executive", day: 30, ownerRole: "sponsor" },
    ],
    check: { what: "The next scorecard has an active champion", day: 45 },
  },
  {
    ...{ key: "consulting", name: "Consulting", from: "start", lowTouch: false },
    when: "They need help that the product alone does not give.",
    steps: [
      { title: "Write down the task and what it is worth to them", day: 7, ownerRole: "csm" },
      { title: "Offer days, with a result and a price", day: 14, ownerRole: "am" },
    ],
    check: { what: "The task is done and its result measured", day: 90 },
  },
  {
    ...{ key: "pricing_talk", name: "Pricing talk", from: "start", lowTouch: false },
    when: "The cause is price, confirmed by the customer.",
    steps: [
      { title: "Set use and result beside what they pay", day: 5, ownerRole: "am" },
      { title: "Offer a change with something back: term, seats, reference", day: 14, ownerRole: "am" },
      { title: "Record the concession: amount, approver, what we get", day: 21, ownerRole: "manager" },
    ],
    check: { what: "Terms agreed, or the loss forecast", day: 30 },
  },
  {
    ...{ key: "renewal", name: "Renewal", from: "decide_by", lowTouch: false },
    when: "The decide-by date is 180 days off.",
    steps: [
      { title: "Agree the goals that the renewal is judged by", day: 180, ownerRole: "csm" },
      { title: "Hold the renewal call", day: 120, ownerRole: "am" },
      { title: "Bring the executives together", day: 90, ownerRole: "sponsor" },
      { title: "Send the paper", day: 60, ownerRole: "am" },
      { title: "Signed", day: 30, ownerRole: "am" },
    ],
    check: { what: "The outcome is recorded", day: 0 },
  },
];

/** The play of a key. Throws, by name, on an unknown one.
 * @example playNamed("renewal").steps.map((step) => step.day) // → [180, 120, 90, 60, 30] */
export function playNamed(key: string): Play {
  const play = PLAYS.find((other) => other.key === key);
  if (!play) throw new RangeError(`playNamed knows no play "${key}"`);
  return play;
}
