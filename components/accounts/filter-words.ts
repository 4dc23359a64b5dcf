import type { ReasonKind } from "@/lib/core/portfolio/reasons";
import { dayText } from "@/lib/format";
import { type AccountsQuery, FILTERS } from "./address";

const BANDS: Readonly<Record<string, string>> = { green: "Green", yellow: "Yellow", red: "Red", none: "No score" };
export const REASON_WORDS: Readonly<Record<ReasonKind, string>> = {
  diverges: "Diverges",
  dropped: "Dropped",
  red: "Red and late",
  yellow: "Yellow and late",
  fall: "Sudden fall",
  renews: "Renews soon, not green",
  card: "Scorecard due",
  audit: "Audit due",
  falling: "Falling",
  data: "Data",
};
const OWNERS: Readonly<Record<string, string>> = { me: "me", team: "my team", none: "nobody" };

/** How a filter's field is named, and how its values are chosen. */
export const FIELDS = {
  band: { name: "Health band", kind: "some", words: BANDS },
  measured: { name: "Measured", kind: "some", words: BANDS },
  people: { name: "People say", kind: "some", words: { ...BANDS, none: "No card" } },
  diverges: { name: "Diverges", kind: "one", words: { 1: "yes", severe: "strongly" } },
  owner: { name: "Owner", kind: "one", words: OWNERS },
  segment: { name: "Segment", kind: "one", words: {} },
  region: { name: "Region", kind: "one", words: {} },
  tag: { name: "Tag", kind: "one", words: {} },
  arr: { name: "ARR", kind: "range", words: {} },
  score: { name: "Score", kind: "range", words: {} },
  renews: { name: "Decides", kind: "days", words: {} },
  reason: { name: "Reason", kind: "some", words: REASON_WORDS },
} as const satisfies Record<
  string,
  { name: string; kind: "some" | "one" | "range" | "days"; words: Readonly<Record<string, string>> }
>;
export type FieldId = keyof typeof FIELDS;

type Chip = { part: string; words: string };

/** What the list is narrowed by, each filter in words with the part of the address that says it. */
export function chipsOf(query: AccountsQuery, owners: readonly { personId: number; name: string }[]): Chip[] {
  return FILTERS.flatMap((part): Chip[] => {
    const value = query[part];
    if (!value) return [];
    if (part === "q") return [{ part, words: `name has “${value}”` }];
    if (part === "ids") return [{ part, words: `${value.split(",").length} chosen accounts` }];
    const field = part as FieldId;
    const person = field === "owner" && owners.find(({ personId }) => String(personId) === value);
    return [{ part, words: `${FIELDS[field].name} ${person ? `is ${person.name}` : valueWords(field, value)}` }];
  });
}

function valueWords(field: FieldId, value: string): string {
  const { kind, words } = FIELDS[field];
  const word = (one: string) => (words as Readonly<Record<string, string>>)[one] ?? one;
  if (kind === "some" || kind === "one") return `is ${value.split(",").map(word).join(" or ")}`;
  const days = /^\.\.(\d+)d$/.exec(value)?.[1];
  if (days) return `within ${days} d`;
  const [from = "", to = ""] = value.split("..");
  const text = (end: string) => (kind === "days" ? dayText(end) : Number(end).toLocaleString("en"));
  if (!from) return `up to ${text(to)}`;
  return to ? `is ${text(from)} to ${text(to)}` : `from ${text(from)}`;
}
