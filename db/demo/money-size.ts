import type { Segment } from "./blueprint";
import type { Random } from "./prng";

/** Seats and yearly price of a customer of a segment, in cents of the workspace currency. */
export function sizeOf(segment: Segment, random: Random): { seats: number; arrCents: number } {
  const seats =
    segment === "Enterprise"
      ? random.int(260, 900)
      : segment === "Mid-market"
        ? random.int(60, 240)
        : random.int(12, 55);
  const price = random.between(430, 760);
  return { seats, arrCents: Math.round((seats * price) / 100) * 10_000 };
}
