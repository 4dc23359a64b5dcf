import { z } from "zod";
import { TONES } from "@/lib/core/health/bands";
import { ACT_KINDS } from "./act";

/** Who may own a duty of a playbook. */
export const OWNER_ROLES = ["csm", "am", "manager", "sponsor", "product", "support"] as const;
export type OwnerRole = (typeof OWNER_ROLES)[number];

const named = (what: string) =>
  z.string(`${what} is missing`).trim().min(1, `${what} is missing`).max(60, `${what} has at most 60 characters`);
const days = (what: string, least = 1) =>
  z
    .int(`${what} is a whole number of days`)
    .min(least, `${what} is at least ${least} ${least === 1 ? "day" : "days"}`)
    .max(730, `${what} is at most 730 days`);
const ownerRole = z.enum(OWNER_ROLES, "an owner role is missing");
const duty = { key: named("the key of a rule"), title: named("the title of a rule"), ownerRole };

/** What a clock runs on. `plan`: an open, complete plan within days of entry. `improvement`: health up within days of entry.
 * `review`: one of the acts named every so many days, `hours` each for its owner and whoever takes part. `decision`: invest or
 * accept within days. `flag`: shown after days, stopped by nothing but leaving the band. `audit`: asked for after days, and
 * again as long after it was done. */
export const Rule = z.discriminatedUnion("kind", [
  z.strictObject({
    ...duty,
    kind: z.literal("plan"),
    plan: z.enum(["action", "recovery"]),
    withinDays: days("the days of a plan"),
  }),
  z.strictObject({ ...duty, kind: z.literal("improvement"), withinDays: days("the days of an improvement") }),
  z.strictObject({
    ...duty,
    kind: z.literal("review"),
    everyDays: days("the days between reviews"),
    hours: z.number().min(0, "hours are not negative").max(40, "a review takes at most 40 hours"),
    metBy: z.array(z.enum(ACT_KINDS)).min(1, "a review names what meets it"),
    /** Who takes part beside its owner; Product and Support where the open plan's cause is theirs. */
    takesPart: z.array(ownerRole).max(OWNER_ROLES.length).optional(),
  }),
  z.strictObject({ ...duty, kind: z.literal("decision"), withinDays: days("the days of a decision") }),
  z.strictObject({ ...duty, kind: z.literal("flag"), afterDays: days("the days of a flag") }),
  z.strictObject({ ...duty, kind: z.literal("audit"), afterDays: days("the days of an audit") }),
]);
export type Rule = z.output<typeof Rule>;

/** What is to be done once on entering the band, with its text; a task is made of it. Closing the task stops no clock. */
export const Step = z.strictObject({
  key: named("the key of a step"),
  title: named("the title of a step"),
  text: z.string().trim().min(1, "the text of a step is missing").max(600, "a step's text has at most 600 characters"),
  ownerRole,
  dueInDays: days("the deadline of a step", 0),
});
export type Step = z.output<typeof Step>;

/** What a band obliges people to do. A band names its playbook by key; one with a segment stands in for the one without. */
export const Playbook = z
  .strictObject({
    key: named("the key of a playbook"),
    segment: z.string().min(1).max(60).nullable(),
    name: named("the name of a playbook"),
    tone: z.enum(TONES),
    ownerRole,
    firstDeadlineDays: days("the first deadline"),
    rules: z.array(Rule).min(1, "a playbook has at least one rule").max(12, "a playbook has at most 12 rules"),
    steps: z.array(Step).max(20, "a playbook has at most 20 steps"),
  })
  .superRefine(({ rules, steps, name, firstDeadlineDays }, ctx) => {
    const refuse = (message: string) => ctx.addIssue({ code: "custom", message: `${name}: ${message}` });
    for (const [what, items] of [["rule", rules] as const, ["step", steps] as const])
      for (const [i, { key }] of items.entries())
        if (items.findIndex((other) => other.key === key) < i) refuse(`two ${what}s have the key ${key}`);
    const deadlines = [...steps.map((step) => step.dueInDays), ...rules.map(firstDueOf)];
    if (Math.min(...deadlines) > firstDeadlineDays)
      refuse(`nothing is due by the first deadline, ${firstDeadlineDays} days`);
  });
export type Playbook = z.output<typeof Playbook>;

/** Days from entering the band until a rule is first due.
 * @example firstDueOf({ kind: "decision", key: "decision", title: "Decide", ownerRole: "manager", withinDays: 90 }) // → 90 */
export function firstDueOf(rule: Rule): number {
  switch (rule.kind) {
    case "review":
      return rule.everyDays;
    case "flag":
    case "audit":
      return rule.afterDays;
    default:
      return rule.withinDays;
  }
}
