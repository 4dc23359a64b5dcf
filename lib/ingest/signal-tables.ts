import type { ColumnSpec, TableSpec } from "./table-spec";

const text = (name: string, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name, type: "text", ...more });
const day = (name: string, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name, type: "day", ...more });
const instant = (name: string, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name, type: "instant", ...more });
const count = (name: string, more: Partial<ColumnSpec> = {}): ColumnSpec => ({
  name,
  type: "integer",
  min: 0,
  ...more,
});
const number = (name: string, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name, type: "number", ...more });
const flag = (name: string, otherwise?: string): ColumnSpec => ({
  name,
  type: "boolean",
  ...(otherwise ? { otherwise } : {}),
});
const money = (name: string, into: string, more: Partial<ColumnSpec> = {}): ColumnSpec => ({
  name,
  type: "money",
  into,
  ...more,
});
const currency = text("currency");
const id = text("id", { into: "external_id", required: true });
const required = { required: true } as const;

/** The signal tables, with the columns that their files have. */
export const SIGNAL_TABLES: readonly TableSpec[] = [
  {
    table: "contracts",
    feed: "contracts",
    key: ["external_id"],
    idFrom: ["starts_on"],
    dated: "starts_on",
    columns: [
      id,
      day("starts_on", required),
      day("ends_on"),
      money("arr", "arr_cents", { required: true, min: 0 }),
      text("currency", { required: true }),
      count("seats"),
      flag("auto_renew", "false"),
      count("notice_days", { otherwise: "0" }),
    ],
  },
  {
    table: "usage_days",
    feed: "usage_days",
    key: ["day"],
    dated: "day",
    columns: [
      day("day", required),
      count("active_users"),
      count("active_users_28d"),
      count("logins"),
      count("events"),
      count("features_used"),
      count("session_minutes"),
      count("spread_days", { min: 1, max: 31, otherwise: "1", isOfFigure: true }),
    ],
  },
  {
    table: "feature_usage",
    feed: "feature_usage",
    key: ["feature", "day"],
    dated: "day",
    columns: [text("feature", required), day("day", required), text("module"), count("users")],
  },
  {
    table: "entitlements",
    feed: "feature_usage",
    key: ["module", "from_on"],
    dated: "from_on",
    columns: [text("module", required), day("from", { into: "from_on", required: true }), day("to", { into: "to_on" })],
  },
  {
    table: "tickets",
    feed: "tickets",
    key: ["external_id"],
    idFrom: ["opened_at", "severity"],
    dated: "opened_at",
    columns: [
      id,
      instant("opened_at", required),
      instant("closed_at"),
      text("severity", { required: true, values: ["critical", "high", "normal", "low"] }),
      flag("escalated", "false"),
      count("csat", { min: 1, max: 5 }),
      number("sentiment"),
    ],
  },
  {
    table: "touchpoints",
    feed: "touchpoints",
    key: ["external_id"],
    idFrom: ["at", "kind"],
    dated: "at",
    columns: [
      id,
      instant("at", required),
      text("kind", { required: true, values: ["qbr", "check_in", "training", "call", "email", "program"] }),
      flag("two_way", "false"),
      flag("attended"),
      number("response_hours", { min: 0 }),
      flag("with_executive", "false"),
      text("alignment", { values: ["aligned", "drifting", "misaligned"] }),
      text("contact_id", { into: "contact_external_id" }),
      text("summary"),
    ],
  },
  {
    table: "invoices",
    feed: "invoices",
    key: ["external_id"],
    idFrom: ["issued_on", "due_on", "amount"],
    dated: "issued_on",
    columns: [
      id,
      day("issued_on", required),
      day("due_on", required),
      day("paid_on"),
      money("amount", "amount_cents", { required: true }),
      text("currency", { required: true }),
      flag("disputed", "false"),
    ],
  },
  {
    table: "contacts",
    feed: "contacts",
    key: ["external_id"],
    idFrom: ["name"],
    dated: "active_from",
    columns: [
      id,
      text("name", required),
      text("role", {
        required: true,
        values: ["champion", "sponsor", "economic_buyer", "power_user", "user", "detractor"],
      }),
      text("title"),
      text("department"),
      day("active_from", required),
      day("active_to"),
      flag("referenceable", "false"),
      day("last_asked_on"),
    ],
  },
  {
    table: "surveys",
    feed: "surveys",
    key: ["external_id"],
    idFrom: ["at", "kind", "contact_role"],
    dated: "at",
    columns: [
      id,
      instant("at", required),
      text("kind", { required: true, values: ["nps", "csat", "ces"] }),
      number("score", { required: true, min: 0, max: 100 }),
      text("contact_role"),
    ],
  },
  {
    table: "milestones",
    feed: "milestones",
    key: ["external_id"],
    idFrom: ["kind", "name"],
    dated: "target_on",
    columns: [
      id,
      text("name", required),
      text("kind", { required: true, values: ["onboarding", "outcome"] }),
      day("target_on", required),
      day("achieved_on"),
      flag("shared_internally", "false"),
    ],
  },
  {
    table: "events",
    feed: "events",
    key: ["external_id"],
    idFrom: ["at", "kind"],
    dated: "at",
    columns: [
      id,
      instant("at", required),
      text("kind", required),
      { name: "sign", type: "integer", min: -1, max: 1, otherwise: "0" },
      text("note"),
    ],
  },
  {
    table: "metrics",
    feed: "metrics",
    key: ["key", "day"],
    dated: "day",
    columns: [text("key", required), day("day", required), number("value", required)],
  },
  {
    table: "outcomes",
    feed: "outcomes",
    key: ["external_id"],
    idFrom: ["kind", "decided_on"],
    dated: "decided_on",
    columns: [
      id,
      text("kind", { required: true, values: ["renewed", "expanded", "downsold", "churned"] }),
      day("decided_on", required),
      day("effective_on", required),
      money("arr_before", "arr_before_cents", { min: 0 }),
      money("arr_after", "arr_after_cents", { min: 0 }),
      currency,
      text("reason", { into: "cause" }),
      flag("avoidable"),
      text("note"),
    ],
  },
];
