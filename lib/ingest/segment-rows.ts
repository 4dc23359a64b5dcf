import type { Day } from "@/lib/core/calendar";
import type { SourceRow } from "./read-rows";
import type { Message } from "./segment-message";

const ROLES = ["champion", "sponsor", "economic_buyer", "power_user", "user", "detractor"];
/** Group traits that are columns of an account; every other plain one becomes an attribute. */
const COLUMNS: Readonly<Record<string, string>> = { industry: "industry", website: "domain", domain: "domain" };
const UNUSED = new Set(["id", "name", "createdAt", "created_at"]);

const text = (value: unknown): string | null =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value).replaceAll("\u0000", "").trim().slice(0, 500) || null
    : null;

/** A group call as a row of accounts: a new account takes its name and beginning from the traits, a known one keeps its own. */
export function accountRow(message: Message, line: number, isNew: boolean, dayOf: (at: Date) => Day): SourceRow {
  const { traits, groupId } = message;
  const cells: Record<string, string> = { account_id: groupId ?? "" };
  if (isNew) {
    cells.name = text(traits.name) ?? groupId ?? "";
    cells.source = "segment";
    const began = momentOf(traits.createdAt ?? traits.created_at);
    if (began) cells.customer_since = dayOf(began);
  }
  for (const [name, value] of Object.entries(traits)) {
    const cell = text(value);
    if (cell === null || UNUSED.has(name)) continue;
    const column = COLUMNS[name];
    if (column) cells[column] = hostOf(cell);
    else cells[`attributes.${name.slice(0, 80)}`] = cell;
  }
  return { line, cells };
}

/** An identify call as a row of contacts; a known contact keeps its role and beginning where the traits say none. */
export function contactRow(
  message: Message,
  { line, account, isNew, dayOf }: { line: number; account: string; isNew: boolean; dayOf: (at: Date) => Day },
): SourceRow {
  const { traits, user, at } = message;
  const full = [text(traits.firstName), text(traits.lastName)].filter(Boolean).join(" ");
  const name = text(traits.name) ?? (full || text(traits.email) || (isNew ? user : null));
  const role = text(traits.role)
    ?.toLowerCase()
    .replace(/[\s-]+/g, "_");
  const began = momentOf(traits.createdAt ?? traits.created_at);
  return {
    line,
    cells: {
      account_id: account,
      id: user ?? "",
      name: name ?? "",
      role: role && ROLES.includes(role) ? role : isNew ? "user" : "",
      title: text(traits.title) ?? "",
      department: text(traits.department) ?? "",
      active_from: began ? dayOf(began) : isNew ? dayOf(at) : "",
    },
  };
}

/** Segment writes moments as ISO text, older libraries as seconds or milliseconds since 1970. */
function momentOf(value: unknown): Date | null {
  const number = typeof value === "number" ? (value < 1e11 ? value * 1000 : value) : Date.parse(String(value ?? ""));
  const moment = new Date(number);
  const year = moment.getUTCFullYear();
  return year >= 1970 && year < 2200 ? moment : null;
}

function hostOf(value: string): string {
  return value.replace(/^https?:\/\//i, "").replace(/\/.*$/, "");
}
