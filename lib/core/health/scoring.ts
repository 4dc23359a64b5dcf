import { z } from "zod";

const Name = z.string().min(1).max(100);

function refuse(ctx: z.RefinementCtx, message: string, path: (string | number)[] = []): void {
  ctx.addIssue({ code: "custom", message, path });
}

function refuseOrder(ctx: z.RefinementCtx, kind: string, xs: number[], field: string): void {
  for (let i = 1; i < xs.length; i++) {
    const [before, here] = [xs[i - 1] as number, xs[i] as number];
    if (here === before) refuse(ctx, `${kind} repeats x = ${here}`, [field, i]);
    else if (here < before) refuse(ctx, `${kind} must be sorted by x: ${here} follows ${before}`, [field, i]);
    else if (!Number.isFinite(here - before)) refuse(ctx, `${kind} spans more than a finite distance`, [field, i]);
  }
}

function refuseMaximum(ctx: z.RefinementCtx, kind: string, values: number[], max: number | undefined): void {
  const largest = Math.max(...values);
  if (max === undefined && largest <= 0)
    refuse(ctx, `${kind} needs a maximum above 0: the largest value is ${largest}`);
  if (max !== undefined && max <= 0) refuse(ctx, `${kind} needs a maximum above 0, not ${max}`, ["max"]);
  if (max !== undefined && largest > max)
    refuse(ctx, `${kind} has the value ${largest} above its maximum ${max}`, ["max"]);
}

const Linear = z
  .strictObject({ type: z.literal("linear"), worst: z.number(), best: z.number() })
  .superRefine((s, ctx) => {
    if (s.worst === s.best) refuse(ctx, `linear needs worst and best to differ: both are ${s.best}`, ["best"]);
    if (!Number.isFinite(s.best - s.worst)) refuse(ctx, "linear spans more than a finite distance", ["best"]);
  });

const Curve = z
  .strictObject({
    type: z.literal("curve"),
    points: z
      .array(z.tuple([z.number(), z.number()]))
      .min(1)
      .max(100),
  })
  .superRefine((s, ctx) => {
    refuseOrder(
      ctx,
      "curve",
      s.points.map(([x]) => x),
      "points",
    );
    for (const [i, [, y]] of s.points.entries())
      if (y > 100) refuse(ctx, `curve has the value ${y} above its maximum 100`, ["points", i, 1]);
  });

const Steps = z
  .strictObject({
    type: z.literal("steps"),
    steps: z
      .array(z.strictObject({ from: z.number(), points: z.number() }))
      .min(1)
      .max(100),
    max: z.number().optional(),
  })
  .superRefine((s, ctx) => {
    refuseOrder(
      ctx,
      "steps",
      s.steps.map((step) => step.from),
      "steps",
    );
    refuseMaximum(
      ctx,
      "steps",
      s.steps.map((step) => step.points),
      s.max,
    );
  });

const Levels = z
  .strictObject({ type: z.literal("levels"), levels: z.record(Name, z.number()), max: z.number().optional() })
  .superRefine((s, ctx) => {
    const values = Object.values(s.levels);
    if (values.length === 0) refuse(ctx, "levels needs at least one level", ["levels"]);
    else refuseMaximum(ctx, "levels", values, s.max);
  });

/** How a measure's reading becomes points: linear {worst, best}; curve [[x, points], …], flat beyond its ends;
 * steps [{from, points}, …], lower bound inclusive; levels {name: points}. Refuses worst = best, unsorted or repeated x,
 * a maximum that is not above 0, values above the maximum and numbers that are not finite. */
export const Scoring = z.discriminatedUnion("type", [Linear, Curve, Steps, Levels]);
export type Scoring = z.output<typeof Scoring>;
