import { countText, dayShort } from "@/lib/format";

/** A quarter by its months: "Sep – Nov 2026". */
export function quarterWords({ first, last }: { first: string; last: string }): string {
  const month = (day: string) => dayShort(day).replace(/^\d+\s+|\s+\d+$/g, "");
  const year = first.slice(0, 4) === last.slice(0, 4) ? "" : ` ${first.slice(0, 4)}`;
  return `${month(first)}${year} – ${month(last)} ${last.slice(0, 4)}`;
}

/** A share with one decimal: "12.4%". */
export function shareWords(share: number): string {
  return `${(Math.round(share * 1000) / 10).toFixed(1)}%`;
}

/** A chance as people say it: "1 in 780". */
export function chanceWords(chance: number): string {
  if (chance >= 0.5) return "every other one or more";
  if (chance < 1e-6) return "fewer than 1 in a million";
  const one = 1 / chance;
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(one)) - 1);
  return `1 in ${countText(Math.round(one / digits) * digits)}`;
}
