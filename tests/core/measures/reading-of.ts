import type { MeasureRequest } from "@/lib/core/measures/measure";
import { readMeasures } from "@/lib/core/measures/read";
import { type Hand, handSlices } from "./hand-slices";

/** The reading of one measure for one account made by hand. */
export function readingOf(request: string | MeasureRequest, hand: Hand): number {
  const asked = typeof request === "string" ? { key: request } : request;
  return readMeasures([asked], handSlices([hand]))[0]?.[0] as number;
}
