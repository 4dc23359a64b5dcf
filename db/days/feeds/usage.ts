import "server-only";
import { type Feed, happened, latest } from "./piece";

/** Daily use. Whether a day was active goes by everything but the 28-day figure, which a silent day still carries. */
export const usage: Feed = (scope) => [
  happened(scope, "usage_days x", "x.day", {
    usage_days: "1",
    active_users: "x.active_users",
    active_users_days: "(x.active_users is not null)::int",
    active_days: "(greatest(x.active_users, x.logins, x.features_used, x.events, x.session_minutes) > 0)::int",
    events: "x.events",
    events_days: "(x.events is not null)::int",
    features_used: "x.features_used",
    features_days: "(x.features_used is not null)::int",
    session_minutes: "x.session_minutes",
    session_days: "(x.session_minutes is not null)::int",
    last_usage_day: "x.day",
    distinct_users: latest("x.day - date '1970-01-01'", "x.active_users_28d"),
  }),
];
