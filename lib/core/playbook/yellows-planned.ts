import { wilson } from "@/lib/core/validation/wilson";

/** Share of stays in yellow that had a plan within 7 days, by Wilson at 95%: of those that lasted so long, or had one. `days` from
 * entry; null: no plan, still there.
 * @example yellowsPlanned([{ planAfter: 3, leftAfter: null, age: 20 }, { planAfter: null, leftAfter: 4, age: 4 }, { planAfter: null, leftAfter: null, age: 9 }])?.share // → 0.5 */
export function yellowsPlanned(
  stays: readonly { planAfter: number | null; leftAfter: number | null; age: number }[],
  withinDays = 7,
) {
  const planned = stays.filter(({ planAfter }) => planAfter !== null && planAfter <= withinDays).length;
  const judged = stays.filter(
    ({ planAfter, leftAfter, age }) =>
      (planAfter !== null && planAfter <= withinDays) ||
      (leftAfter === null ? age > withinDays : leftAfter > withinDays),
  );
  return wilson(planned, judged.length);
}
