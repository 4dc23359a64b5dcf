import type { ColumnProfile } from "./column-profile";
import { headerName } from "./header-name";
import { type ColumnMatch, keyColumn, matchColumns } from "./match-columns";
import { isNumeric } from "./reads-as";
import type { TableSpec } from "./table-spec";
import { TABLES } from "./tables";

export interface TableGuess {
  spec: TableSpec;
  matches: ColumnMatch[];
  /** 0 to 1: how much of the file the table explains, and how much of the table the file fills. */
  fit: number;
  why: string;
}

const FILE_WORDS: Record<string, string> = {
  accounts:
    "account accounts company companies customer customers organization organizations organisations kunden firmen crm clients",
  people: "people team staff employees",
  scorecards: "scorecard scorecards",
  contracts: "contract contracts subscription subscriptions vertraege vertrage",
  usage_days: "usage activity logins dau nutzung",
  feature_usage: "feature features",
  entitlements: "entitlement entitlements modules",
  tickets: "ticket tickets case cases issues support conversations",
  touchpoints: "touchpoint touchpoints meetings meeting calls engagements activities tasks",
  invoices: "invoice invoices billing payments rechnungen",
  contacts: "contact contacts stakeholders kontakte",
  surveys: "survey surveys nps csat ces responses",
  milestones: "milestone milestones onboarding",
  events: "events news signals",
  metrics: "metrics metric kpis kennzahlen",
  outcomes: "outcome outcomes renewals churn churned opportunities opportunity deals cancellations",
};
/** Names that every table has: they say little about which it is. */
const COMMON = new Set(
  "id name date type status kind note notes amount currency created created_at created_date create_date at title description value month owner_id record_id source email".split(
    " ",
  ),
);

/** The tables that a file may fill, the likeliest first, by its name and its columns. */
export function guessTables(fileName: string, profiles: readonly ColumnProfile[]): TableGuess[] {
  const words = headerName(fileName.replace(/\.[a-z]+$/i, "")).split("_");
  const guesses = [...TABLES.values()].map((spec) => guessOf(spec, words, profiles));
  return guesses.filter(({ fit }) => fit > 0).sort((a, b) => b.fit - a.fit);
}

function guessOf(spec: TableSpec, fileWords: string[], profiles: readonly ColumnProfile[]): TableGuess {
  const matches = matchColumns(spec, profiles);
  const matched = new Set(matches.map(({ to }) => to));
  const required = requiredOf(spec);
  const had = required.filter((name) => matched.has(name)).length / required.length;
  const weigh = (header: string) => (COMMON.has(headerName(header)) ? 0.25 : 1);
  const explained = matches.reduce((sum, { from, confidence }) => sum + weigh(from) * confidence, 0);
  const all = profiles.reduce((sum, { header }) => sum + weigh(header), 0);
  const named = FILE_WORDS[spec.table]?.split(" ").find((word) => fileWords.includes(word));
  if (isWide(spec, matched, matches, profiles)) {
    const why = "an account, a day and columns of numbers";
    return { spec, matches: matches.filter(({ to }) => to !== "key"), fit: named ? 0.8 : 0.6, why };
  }
  const distinctive = Math.min(1, explained / 3);
  const fit =
    matches.length === 0 ? 0 : 0.35 * had ** 2 + 0.25 * (explained / all) + 0.2 * distinctive + (named ? 0.2 : 0);
  const why = [
    named ? `the file's name says "${named}"` : null,
    `${matches.length} of ${profiles.length} columns have a place`,
    had === 1
      ? "nothing that must be there is missing"
      : `missing: ${required.filter((name) => !matched.has(name)).join(", ")}`,
  ];
  return { spec, matches, fit, why: why.filter(Boolean).join("; ") };
}

/** Metrics with a column each: beside the account and the day there is nothing but numbers. */
function isWide(
  spec: TableSpec,
  matched: Set<string>,
  matches: ColumnMatch[],
  profiles: readonly ColumnProfile[],
): boolean {
  if (spec.table !== "metrics" || !matched.has("account_id") || !matched.has("day") || matched.has("value"))
    return false;
  const used = new Set(matches.filter(({ to }) => to !== "key").map(({ from }) => from));
  const others = profiles.filter(({ header }) => !used.has(header));
  return others.length > 0 && others.every((profile) => profile.filled === 0 || isNumeric(profile));
}

/** What a file must have to fill a table: ids are made, currencies are the workspace's, an outcome takes effect when it was
 * decided, unless it says more. */
function requiredOf(spec: TableSpec): string[] {
  const made = ["id", "currency", "effective_on"];
  const required = [keyColumn(spec), ...spec.columns.filter((column) => column.required)].map(({ name }) => name);
  const also: Record<string, string[]> = {
    accounts: ["name"],
    people: ["role"],
    scorecards: ["champion", "executive"],
    usage_days: ["active_users"],
  };
  return [...required.filter((name) => !made.includes(name)), ...(also[spec.table] ?? [])];
}
