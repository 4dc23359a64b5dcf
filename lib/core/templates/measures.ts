import type { z } from "zod";
import type { Measure } from "@/lib/core/health/model";

type MeasureInput = z.input<typeof Measure>;

/** A measure scored in a straight line from worst to best. */
export function linear(key: string, weight: number, worst: number, best: number): MeasureInput {
  return { key, weight, scoring: { type: "linear", worst, best } };
}

/** A measure scored along the corners of a curve. */
export function curve(key: string, weight: number, points: [number, number][]): MeasureInput {
  return { key, weight, scoring: { type: "curve", points } };
}

/** A measure scored by its level. */
export function levels(key: string, weight: number, values: Record<string, number>): MeasureInput {
  return { key, weight, scoring: { type: "levels", levels: values } };
}
