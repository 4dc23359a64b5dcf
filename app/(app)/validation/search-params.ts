import { createLoader, createParser, parseAsInteger, parseAsNumberLiteral, parseAsStringLiteral } from "nuqs/server";
import { addDays, addMonths, type Day } from "@/lib/core/calendar";
import { HORIZONS } from "@/lib/core/validation/horizons";
import { paths } from "@/lib/paths";

const parseAsQuarter = createParser<string>({
  parse: (text) => (text === "90d" || /^\d{4}-q[1-4]$/.test(text) ? text : null),
  serialize: (text) => text,
});

/** The page's state is its address: /validation?horizon=90&version=6&beside=5&window=2026-q3&before=effective&downsells=out. */
export const loadValidationParams = createLoader({
  horizon: parseAsNumberLiteral(HORIZONS).withDefault(90),
  version: parseAsInteger,
  /** The version held beside it. */
  beside: parseAsInteger,
  /** Decisions of a quarter ("2026-q3") or of the last 90 days; all where absent. */
  window: parseAsQuarter,
  /** Days counted back from when it took effect, as it was known then. */
  before: parseAsStringLiteral(["decided", "effective"] as const).withDefault("decided"),
  /** Left out: downsells under 5%, unavoidable losses. */
  downsells: parseAsStringLiteral(["out"] as const),
  unavoidable: parseAsStringLiteral(["out"] as const),
});

export type Params = Awaited<ReturnType<typeof loadValidationParams>>;

/** The page's own address with a change; what is so by default is left out. */
export function pageOf(params: Params, change: Partial<Record<keyof Params, string | number | null>>): string {
  const { horizon, before, ...others } = { ...params, ...change };
  return paths.validation({
    ...others,
    ...{ horizon: horizon === 90 ? null : horizon, before: before === "decided" ? null : before },
  });
}

/** The first and last day of a window; null where it is open. */
export function windowDays(window: string | null, today: Day): { from: Day | null; to: Day | null } {
  if (window === null) return { from: null, to: null };
  if (window === "90d") return { from: addDays(today, -90), to: today };
  const [year = "", quarter = ""] = window.split("-q");
  const from = `${year}-${String(Number(quarter) * 3 - 2).padStart(2, "0")}-01`;
  return { from, to: addDays(addMonths(from, 3), -1) };
}

/** "2026-q3" as people say it: "Q3 2026". */
export function windowWords(window: string | null): string {
  if (window === null) return "All decisions";
  if (window === "90d") return "Last 90 days";
  const [year, quarter] = window.split("-q");
  return `Q${quarter} ${year}`;
}
