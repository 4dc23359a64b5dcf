/** How a table's rows are kept in import_changes: the columns of their key with their types, moments among their columns,
 * and what is put back of a row that an import changed (null: all that is kept). */
interface Journaled {
  key: Readonly<Record<string, string>>;
  moments: readonly string[];
  restored: readonly string[] | null;
  /** Secrets, and what only tells of sessions. */
  withheld?: readonly string[];
}

const byId = { account_id: "int", external_id: "text" };
const signal = (key: Journaled["key"], ...moments: string[]): Journaled => ({
  key,
  moments: ["recorded_at", ...moments],
  restored: null,
});

/** Every table that an import may change, in the order in which an undo takes them: what refers before what is referred to. */
export const JOURNALED: Readonly<Record<string, Journaled>> = {
  scorecards: signal({ account_id: "int", period: "text", version: "int" }),
  outcomes: signal(byId),
  metrics: signal({ account_id: "int", key: "text", day: "date" }),
  events: signal(byId, "at"),
  milestones: signal(byId),
  surveys: signal(byId, "at"),
  contacts: signal(byId),
  invoices: signal(byId),
  touchpoints: signal(byId, "at"),
  tickets: signal(byId, "opened_at", "closed_at"),
  entitlements: signal({ account_id: "int", module: "text", from_on: "date" }),
  feature_usage: signal({ account_id: "int", feature: "text", day: "date" }),
  usage_days: signal({ account_id: "int", day: "date" }),
  contracts: signal(byId),
  account_attributes: { key: { account_id: "int", valid_from: "date" }, moments: [], restored: null },
  account_owners: { key: { account_id: "int", valid_from: "date" }, moments: [], restored: null },
  accounts: { key: { id: "int" }, moments: ["recorded_at"], restored: null },
  person_roles: { key: { person_id: "int", role: "text" }, moments: [], restored: null },
  people: {
    key: { id: "int" },
    moments: ["created_at"],
    restored: ["name", "manager_id"],
    withheld: ["password_hash", "session_version", "status", "time_zone"],
  },
  waiting_rows: { key: { id: "int" }, moments: ["received_at"], restored: null },
  feeds: { key: { feed: "text" }, moments: ["delivered_at"], restored: null },
  told_days: { key: { feed: "text", day: "date" }, moments: [], restored: null },
};

export function journaled(table: string): Journaled {
  const found = JOURNALED[table];
  if (!found) throw new Error(`${table} is not a table that imports change`);
  return found;
}

/** SQL for a row as JSON, the same whatever zone the session is in. */
export function imageOf(table: string, alias: string): string {
  const { moments, withheld = [] } = journaled(table);
  const without = withheld.map((name) => ` - '${name}'`).join("");
  const parts = moments.map((name) => `'${name}', ${alias}.${name} at time zone 'UTC'`);
  return `(to_jsonb(${alias})${without} || jsonb_build_object(${parts.join(", ")}))`;
}

/** SQL for the key of a row as JSON. */
export function keyOf(table: string, alias: string): string {
  const parts = Object.keys(journaled(table).key).map((name) => `'${name}', ${alias}."${name}"`);
  return `jsonb_build_object(${parts.join(", ")})`;
}

/** SQL by which a row is that of a key kept as JSON. */
export function hasKey(table: string, alias: string, key: string): string {
  return Object.entries(journaled(table).key)
    .map(([name, type]) => `${alias}."${name}" = (${key}->>'${name}')::${type}`)
    .join(" and ");
}
