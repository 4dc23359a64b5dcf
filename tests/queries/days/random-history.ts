import type { ClientBase } from "pg";
import { addDays, type Day } from "@/lib/core/calendar";

export type Row = Record<string, string | number | boolean | null>;
/** Each signal table and the columns of its key beside the account. */
export const KEYS: Record<string, string[]> = {
  contracts: ["external_id"],
  usage_days: ["day"],
  feature_usage: ["feature", "day"],
  entitlements: ["module", "from_on"],
  tickets: ["external_id"],
  touchpoints: ["external_id"],
  invoices: ["external_id"],
  contacts: ["external_id"],
  surveys: ["external_id"],
  milestones: ["external_id"],
  events: ["external_id"],
  metrics: ["key", "day"],
  outcomes: ["external_id"],
};

/** Chance from a seed (mulberry32). */
export class Chance {
  constructor(private seed: number) {}
  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }
  of<T>(...values: T[]): T {
    return values[this.int(0, values.length - 1)] as T;
  }
  is(share: number): boolean {
    return this.next() < share;
  }
  maybe<T>(share: number, value: () => T): T | null {
    return this.is(share) ? value() : null;
  }
}

/** A random row of a table: keys are few, so that a second draw often corrects the first. */
export function randomRow(table: string, c: Chance, account: number, first: Day, days: number): Row {
  const day = () => addDays(first, c.int(0, days));
  const at = () => `${day()}T${String(c.int(0, 23)).padStart(2, "0")}:${String(c.int(0, 59)).padStart(2, "0")}:00Z`;
  const later = (from: Day, most: number) => addDays(from, c.int(0, most));
  const common = { account_id: account, recorded_at: "2026-01-01T00:00:00Z" };
  const keyed = { ...common, external_id: `x${c.int(1, 12)}` };
  const start = day();
  const opened = at();
  switch (table) {
    case "contracts":
      return {
        ...keyed,
        external_id: `x${c.int(1, 4)}`,
        starts_on: start,
        ends_on: c.maybe(0.85, () => addDays(start, c.of(27, 29, 30, 31, 88, 180, 364, 365, 59))),
        arr_cents: c.int(0, 1_000_000),
        currency: c.of("USD", "USD", "EUR", "JPY", "GBP"),
        seats: c.maybe(0.8, () => c.int(1, 100)),
        auto_renew: c.is(0.6),
        notice_days: c.of(0, 30, 60, 90),
      };
    case "usage_days": {
      const figure = (most: number) => c.maybe(0.8, () => c.int(0, c.is(0.3) ? 0 : most));
      const [active_users, active_users_28d, logins, features_used, events, session_minutes] = [
        figure(40),
        figure(90),
        figure(200),
        figure(12),
        figure(5000),
        figure(900),
      ];
      return { ...common, day: start, active_users, active_users_28d, logins, features_used, events, session_minutes };
    }
    case "feature_usage": {
      const feature = c.of("f1", "f2", "f3", "m1");
      return { ...common, feature, day: start, module: c.of(null, "m1", "m2"), users: c.of(null, 0, 3) };
    }
    case "entitlements":
      return { ...common, module: c.of("m1", "m2", "f3"), from_on: start, to_on: c.maybe(0.5, () => later(start, 90)) };
    case "tickets":
      return {
        ...keyed,
        opened_at: opened,
        closed_at: c.maybe(0.7, () => (c.is(0.1) ? at() : `${later(opened.slice(0, 10), 40)}T12:00:00Z`)),
        severity: c.of("critical", "high", "normal", "low"),
        escalated: c.is(0.2),
        csat: c.maybe(0.5, () => c.int(1, 5)),
      };
    case "touchpoints":
      return {
        ...keyed,
        external_id: `x${c.int(1, 40)}`,
        at: opened,
        kind: c.of("qbr", "check_in", "training", "call", "email", "program"),
        two_way: c.is(0.5),
        attended: c.of(null, true, false),
        response_hours: c.of(null, 0.5, 7.25, 48, -1),
        with_executive: c.is(0.3),
        alignment: c.of(null, null, "aligned", "drifting", "misaligned"),
        contact_external_id: c.of(null, "x1", "x2", "x3", "x4", "x5"),
      };
    case "invoices":
      return {
        ...keyed,
        issued_on: start,
        due_on: later(start, 30),
        paid_on: c.maybe(0.7, () => later(start, 90)),
        amount_cents: c.int(1, 9999),
        currency: "USD",
        disputed: c.is(0.2),
      };
    case "contacts":
      return {
        ...keyed,
        external_id: `x${c.int(1, 6)}`,
        name: "Someone",
        role: c.of("champion", "sponsor", "economic_buyer", "power_user", "user", "detractor"),
        department: c.of(null, "IT", "Sales"),
        active_from: start,
        active_to: c.maybe(0.5, () => (c.is(0.1) ? addDays(start, -2) : later(start, 100))),
        referenceable: false,
      };
    case "surveys":
      return { ...keyed, at: opened, kind: c.of("nps", "csat", "ces"), score: c.of(0, 3, 4.5, 6, 7, 9, 10) };
    case "milestones":
      return {
        ...keyed,
        name: "Live",
        kind: c.of("onboarding", "outcome"),
        target_on: start,
        achieved_on: c.maybe(0.6, () => addDays(start, c.int(-20, 40))),
        shared_internally: c.is(0.5),
      };
    case "events":
      return { ...keyed, at: opened, kind: "funding", sign: c.int(-1, 1) };
    case "metrics":
      return { ...common, key: c.of("headcount", "calls"), day: start, value: c.int(-50, 500) / 7 };
    case "outcomes":
      return {
        ...keyed,
        external_id: `x${c.int(1, 3)}`,
        kind: c.of("renewed", "expanded", "downsold", "churned"),
        decided_on: start,
        effective_on: start,
      };
    default:
      throw new Error(`No random row for ${table}`);
  }
}

/** Writes rows, correcting those whose key is there already. */
export async function writeRows(client: ClientBase, table: string, rows: Row[]): Promise<void> {
  const keys = ["account_id", ...(KEYS[table] ?? [])];
  const byKey = [...new Map(rows.map((row) => [keys.map((key) => row[key]).join("|"), row])).values()];
  const [first] = byKey;
  if (!first) return;
  const set = Object.keys(first).filter((column) => !keys.includes(column));
  const columns = Object.keys(first).join(", ");
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)
     on conflict (${keys.join(", ")}) do update set ${set.map((column) => `${column} = excluded.${column}`).join(", ")}`,
    [JSON.stringify(byKey)],
  );
}
