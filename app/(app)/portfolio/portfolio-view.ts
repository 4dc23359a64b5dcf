import type { Book } from "@/db/queries/triage-filter";
import type { Day } from "@/lib/core/calendar";
import { type Period, periodOf, shiftedPeriod } from "@/lib/core/portfolio/period";
import { bookOf } from "./search-params";

interface Asked {
  owner: string | null;
  segment: string | null;
  from: Day | null;
  to: Day | null;
  unit: "accounts" | "arr";
  by: "segment" | "csm";
  compare: "year" | null;
}
interface Around {
  roles: readonly string[];
  today: Day;
  fiscalStartMonth: number;
  path: (query: Record<string, string | undefined>) => string;
}

export type PortfolioView = {
  scope: { book: Book; segment: string | undefined };
  period: Period;
  /** Whose accounts, as every list's address says it. */
  query: Record<string, string>;
  /** What the address holds beside the form's fields. */
  kept: Record<string, string>;
  owners: { value: string; label: string; href: string }[];
  units: { value: "accounts" | "arr"; label: string; href: string }[];
  /** What the heatmap's rows may be. */
  rows: { value: "segment" | "csm"; label: string; href: string }[];
  /** With the year before, or without it again. */
  compared: string;
  /** The address with nothing left to default, to be sent to others. */
  whole: string;
  earlier: string | null;
  later: string | null;
};

/** What an address asks for, with its defaults, and the addresses of its neighbours. */
export function portfolioView(asked: Asked, { roles, today, fiscalStartMonth, path }: Around): PortfolioView {
  const book = bookOf(asked.owner, roles);
  const segment = asked.segment ?? undefined;
  const period = periodOf(asked, today, fiscalStartMonth);
  const kept: Record<string, string> = {
    ...(asked.unit === "arr" && { unit: "arr" }),
    ...(asked.by === "csm" && { by: "csm" }),
    ...(asked.compare && { compare: asked.compare }),
  };
  const state = {
    owner: String(book),
    ...(segment ? { segment } : {}),
    ...(asked.from || asked.to ? period : {}),
    ...kept,
  };
  const shifted = (quarters: -1 | 1) => {
    const other = shiftedPeriod(period, quarters, today);
    return other && path({ ...state, ...other });
  };
  return {
    scope: { book, segment },
    period,
    query: { owner: String(book), ...(segment ? { segment } : {}) },
    kept: { owner: String(book), ...kept },
    owners: [
      { value: "me", label: "Me" },
      { value: "team", label: "Team" },
      { value: "all", label: "All" },
    ].map((option) => ({ ...option, href: path({ ...state, owner: option.value }) })),
    units: [
      { value: "accounts" as const, label: "Accounts" },
      { value: "arr" as const, label: "ARR" },
    ].map((option) => ({ ...option, href: path({ ...state, unit: option.value === "arr" ? "arr" : undefined }) })),
    rows: [
      { value: "segment" as const, label: "Segments" },
      { value: "csm" as const, label: "CSMs" },
    ].map((option) => ({ ...option, href: path({ ...state, by: option.value === "csm" ? "csm" : undefined }) })),
    compared: path({ ...state, compare: asked.compare ? undefined : "year" }),
    whole: path({ ...state, ...period }),
    earlier: shifted(-1),
    later: shifted(1),
  };
}
