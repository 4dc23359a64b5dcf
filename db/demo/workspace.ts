import { line } from "./line";

export const RATE_COLUMNS = "currency, day, rate";
export const FEED_COLUMNS = "feed, first_day, last_day, delivered_at, rows";

/** Half-yearly rates to the dollar; the first stands for every earlier contract. */
export function rateRows(): string {
  const rates: Record<string, readonly (readonly [string, number])[]> = {
    EUR: [
      ["2018-01-01", 1.12],
      ["2024-07-01", 1.08],
      ["2025-01-01", 1.04],
      ["2025-07-01", 1.15],
      ["2026-01-01", 1.16],
      ["2026-07-01", 1.14],
    ],
    JPY: [
      ["2018-01-01", 0.0088],
      ["2024-07-01", 0.0065],
      ["2025-01-01", 0.0064],
      ["2025-07-01", 0.0068],
      ["2026-01-01", 0.0067],
      ["2026-07-01", 0.0066],
    ],
  };
  return Object.entries(rates)
    .flatMap(([currency, list]) => list.map(([day, rate]) => line(currency, day, rate)))
    .join("");
}
