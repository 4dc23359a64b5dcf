import { z } from "zod";

const factor = (what: string, least: number, most: number) =>
  z.number(`${what} is a number`).min(least, `${what} is at least ${least}`).max(most, `${what} is at most ${most}`);

/** The figures of the ranking formula, as an installation may edit them. */
export const PriorityFormula = z
  .strictObject({
    arr: z.strictObject({
      least: factor("the least that ARR counts", 0.1, 1),
      most: factor("the most that ARR counts", 1, 10),
    }),
    /** By days to decide-by, nearest first; beyond the last it is 1. */
    urgency: z
      .array(
        z.strictObject({
          withinDays: z.int("days to decide-by are a whole number").min(1, "days to decide-by are at least 1").max(730),
          factor: factor("an urgency", 1, 10),
        }),
      )
      .min(1, "urgency needs at least one step")
      .max(5, "urgency has at most five steps"),
    fellFreshly: factor("a fresh fall", 1, 10),
    clockBreached: factor("a breached clock", 1, 10),
    hasNextStep: factor("a next step ahead", 0, 1),
    /** Stands in for the health of an account of which nothing is known. */
    unknownHealth: factor("unknown health", 0, 100),
  })
  .superRefine(({ urgency }, ctx) => {
    for (const [i, step] of urgency.entries()) {
      const nearer = urgency[i - 1];
      if (!nearer) continue;
      if (step.withinDays <= nearer.withinDays)
        ctx.addIssue({
          code: "custom",
          path: ["urgency", i],
          message: "urgency: each step reaches further than the one before",
        });
      else if (step.factor > nearer.factor)
        ctx.addIssue({
          code: "custom",
          path: ["urgency", i],
          message: "urgency: what is further away is not more urgent",
        });
    }
  });
export type PriorityFormula = z.output<typeof PriorityFormula>;

/** The figures shipped. */
export const PRIORITY_FORMULA: PriorityFormula = {
  arr: { least: 0.5, most: 3 },
  urgency: [
    { withinDays: 30, factor: 3 },
    { withinDays: 90, factor: 2 },
    { withinDays: 180, factor: 1.5 },
  ],
  fellFreshly: 1.5,
  clockBreached: 1.3,
  hasNextStep: 0.3,
  unknownHealth: 50,
};

/** The figures that an installation keeps: its own where they can be read, else those shipped.
 * @example formulaOf(null).fellFreshly // → 1.5 */
export function formulaOf(kept: unknown): PriorityFormula {
  const own = PriorityFormula.safeParse(kept);
  return own.success ? own.data : PRIORITY_FORMULA;
}

/** The formula in words, a line a factor.
 * @example formulaWords(PRIORITY_FORMULA)[3] // → "× 1.5 if it fell freshly, 10 points or more in 14 days" */
export function formulaWords({ arr, urgency, fellFreshly, clockBreached, hasNextStep }: PriorityFormula): string[] {
  const steps = urgency.map((step) => `${step.factor} within ${step.withinDays} days`);
  return [
    "100 − health, or − what people say where a card in force says less",
    `× √(ARR / the book's median), at least ${arr.least}, at most ${arr.most}`,
    `× urgency by the decide-by date: ${steps.join(", ")}, else or locked in 1`,
    `× ${fellFreshly} if it fell freshly, 10 points or more in 14 days`,
    `× ${clockBreached} if a clock is breached`,
    `× ${hasNextStep} while a dated next step lies ahead`,
  ];
}
