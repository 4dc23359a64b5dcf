import type { Column } from "@/lib/core/measures/columns";

const local = (instant: string) => `(${instant} at time zone (select time_zone from settings))::date`;
const count = (from: string, where = "true") => `select count(*) from ${from} where account_id = a and ${where}`;
const sum = (what: string, from: string, where = "true") =>
  `select coalesce(sum(${what}), 0) from ${from} where account_id = a and ${where}`;
const last = (what: string, from: string, where: string) =>
  `select max(${what}) from ${from} where account_id = a and ${where}`;

const usage = "day <= d";
const opened = `${local("opened_at")} <= d`;
const closing = `greatest(${local("closed_at")}, ${local("opened_at")})`;
const closed = `closed_at is not null and ${closing} <= d`;
const open = `${opened} and (closed_at is null or ${closing} > d)`;
const touched = `${local("at")} <= d`;
const meeting = `${touched} and kind in ('qbr', 'check_in', 'training', 'call') and attended is not null`;
const responded = `${touched} and response_hours >= 0`;
const inForce = "active_from <= d and (active_to is null or active_to >= d)";
const engaged = `${inForce} and exists (select from touchpoints t where t.account_id = a and t.two_way
  and t.contact_external_id = contacts.external_id and ${local("t.at")} <= d and ${local("t.at")} > d - 90)`;
const entitled = "from_on <= d and (to_on is null or to_on >= d)";
const used = "(users is null or users > 0)";
const left = "greatest(active_to, active_from)";
const met = "achieved_on <= d and target_on <= d";

/** Each column of account_day but the three of contracts, as of day `d` of account `a`, by one plain query over raw rows. */
export const ORACLE: Record<Exclude<Column, "arr_cents" | "seats" | "decide_by">, string> = {
  events: sum("events", "usage_days", usage),
  session_minutes: sum("session_minutes", "usage_days", usage),
  active_users: sum("active_users", "usage_days", usage),
  features_used: sum("features_used", "usage_days", usage),
  usage_days: count("usage_days", usage),
  active_users_days: count("usage_days", `${usage} and active_users is not null`),
  active_days: count(
    "usage_days",
    `${usage} and (active_users > 0 or logins > 0 or features_used > 0 or events > 0 or session_minutes > 0)`,
  ),
  events_days: count("usage_days", `${usage} and events is not null`),
  features_days: count("usage_days", `${usage} and features_used is not null`),
  session_days: count("usage_days", `${usage} and session_minutes is not null`),
  last_usage_day: last("day", "usage_days", usage),
  distinct_users: `select active_users_28d from usage_days where account_id = a and ${usage} and active_users_28d is not null
    order by day desc limit 1`,
  modules_new: `select count(distinct coalesce(module, feature)) from feature_usage where account_id = a and day <= d and ${used}`,
  modules_entitled: `select count(distinct module) from entitlements where account_id = a and ${entitled}`,
  modules_adopted: `select count(distinct module) from entitlements e where account_id = a and ${entitled} and exists (
    select from feature_usage f where f.account_id = a and coalesce(f.module, f.feature) = e.module and ${used}
    and f.day <= d and f.day > d - 90)`,
  tickets_opened: count("tickets", opened),
  escalations: count("tickets", `${opened} and escalated`),
  open_tickets: count("tickets", open),
  open_severity: sum(
    "case severity when 'critical' then 16 when 'high' then 8 when 'normal' then 2 when 'low' then 1 end",
    "tickets",
    open,
  ),
  open_since_minutes: sum(
    "floor(extract(epoch from opened_at at time zone (select time_zone from settings)) / 60)",
    "tickets",
    open,
  ),
  resolution_minutes: sum("greatest(0, floor(extract(epoch from closed_at - opened_at) / 60))", "tickets", closed),
  csat_n: count("tickets", `${closed} and csat is not null`),
  csat_sum: sum("csat", "tickets", closed),
  two_way_touches: count("touchpoints", `${touched} and two_way`),
  last_two_way_day: last(local("at"), "touchpoints", `${touched} and two_way`),
  last_executive_day: last(local("at"), "touchpoints", `${touched} and with_executive`),
  executive_touches: count("touchpoints", `${touched} and with_executive`),
  meetings_planned: count("touchpoints", meeting),
  meetings_attended: count("touchpoints", `${meeting} and attended`),
  response_n: count("touchpoints", responded),
  response_minutes: sum("round(response_hours * 60)", "touchpoints", responded),
  programme_touches: count("touchpoints", `${touched} and kind = 'program' and attended`),
  alignment: `select case alignment when 'aligned' then 0 when 'drifting' then 1 else 2 end as worst from touchpoints
    where account_id = a and ${touched} and alignment is not null order by at desc, worst desc limit 1`,
  active_champions: count("contacts", `${inForce} and role = 'champion'`),
  active_sponsors: count("contacts", `${inForce} and role in ('sponsor', 'economic_buyer')`),
  power_users: count("contacts", `${inForce} and role = 'power_user'`),
  engaged_contacts: count("contacts", engaged),
  buying_roles: `select count(distinct role) from contacts where account_id = a and ${engaged}
    and role in ('champion', 'sponsor', 'economic_buyer')`,
  departments: `select count(distinct department) from contacts where account_id = a and ${inForce}`,
  last_key_left_day: last(
    left,
    "contacts",
    `role in ('champion', 'sponsor') and active_to is not null and ${left} <= d`,
  ),
  invoices_due: count("invoices", "due_on <= d and not disputed"),
  invoices_on_time: count("invoices", "due_on <= d and not disputed and paid_on <= due_on"),
  overdue_days: `select coalesce(max(case when d - due_on > 15 then d - due_on else 0 end), 0) from invoices
    where account_id = a and not disputed and due_on < d and (paid_on is null or paid_on > d)`,
  renewals: count("outcomes", "effective_on <= d and kind in ('renewed', 'expanded')"),
  nps_n: count("surveys", `kind = 'nps' and ${touched}`),
  nps_net: sum("case when score >= 9 then 1 when score <= 6 then -1 end", "surveys", `kind = 'nps' and ${touched}`),
  csat_survey_n: count("surveys", `kind = 'csat' and ${touched}`),
  csat_survey_tenths: sum("score * 10", "surveys", `kind = 'csat' and ${touched}`),
  ces_n: count("surveys", `kind = 'ces' and ${touched}`),
  ces_tenths: sum("score * 10", "surveys", `kind = 'ces' and ${touched}`),
  event_signs: sum("sign", "events", touched),
  milestones_due: count("milestones", "target_on <= d"),
  milestones_met: count("milestones", met),
  onboarding_due: count("milestones", "kind = 'onboarding' and target_on <= d"),
  onboarding_met: count("milestones", `kind = 'onboarding' and ${met}`),
  outcomes_achieved: count("milestones", "kind = 'outcome' and achieved_on <= d"),
  outcomes_shared: count("milestones", "kind = 'outcome' and achieved_on <= d and shared_internally"),
};
