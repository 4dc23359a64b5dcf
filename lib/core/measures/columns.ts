/** How a column of account_day behaves: a counter only grows (windows are differences); a state is a value as of the day. */
export type ColumnKind = "counter" | "state";
export type ColumnType = "int2" | "int4" | "int8" | "date";
type Spec = { type: ColumnType; kind: ColumnKind; of: string };

const counter = (type: ColumnType, of: string) => ({ type, kind: "counter", of }) as const satisfies Spec;
const state = (type: ColumnType, of: string) => ({ type, kind: "state", of }) as const satisfies Spec;

/** Every column of account_day, widest first so that rows pack; `of` says what one counts, as of the end of the day. */
export const COLUMNS = {
  events: counter("int8", "usage events"),
  session_minutes: counter("int8", "minutes in sessions"),
  resolution_minutes: counter("int8", "minutes from opening to closing, of tickets closed so far"),
  open_since_minutes: state("int8", "sum over open tickets of their opening minute since 1970, local time"),
  arr_cents: state("int8", "ARR in force, minor units of the workspace currency; null where a rate is missing"),
  active_users: counter("int4", "daily active users, summed"),
  features_used: counter("int4", "features used a day, summed"),
  distinct_users: state("int4", "latest 28-day distinct users the source gave"),
  last_usage_day: state("date", "latest day with a usage row"),
  two_way_touches: counter("int4", "two-way touchpoints"),
  response_minutes: counter("int4", "minutes the customer took to respond, summed"),
  last_two_way_day: state("date", "latest day of a two-way touchpoint"),
  last_executive_day: state("date", "latest day of a touchpoint with an executive"),
  tickets_opened: counter("int4", "tickets opened"),
  open_tickets: state("int4", "tickets open"),
  open_severity: state("int4", "open severity load in halves: critical 16, high 8, normal 2, low 1"),
  csat_n: counter("int4", "closed tickets with a CSAT"),
  csat_sum: counter("int4", "their CSAT 1–5, summed"),
  seats: state("int4", "seats of the contracts in force"),
  decide_by: state(
    "date",
    "earliest day by which a contract in force must be decided, on or after the day; null once locked in",
  ),
  last_key_left_day: state("date", "latest day a champion or sponsor left"),
  csat_survey_tenths: counter("int4", "their scores in tenths, summed"),
  ces_tenths: counter("int4", "their scores in tenths, summed"),
  nps_n: counter("int2", "NPS answers"),
  nps_net: counter("int2", "promoters (9–10) less detractors (0–6); may fall"),
  csat_survey_n: counter("int2", "CSAT survey answers"),
  ces_n: counter("int2", "CES answers"),
  usage_days: counter("int2", "days with a usage row"),
  active_users_days: counter("int2", "of these, with active users given"),
  active_days: counter("int2", "of these, with anything above zero"),
  events_days: counter("int2", "of these, with events given"),
  features_days: counter("int2", "of these, with features given"),
  session_days: counter("int2", "of these, with session minutes given"),
  modules_new: counter("int2", "modules used for the first time"),
  modules_entitled: state("int2", "modules the account may use"),
  modules_adopted: state("int2", "of these, used within the 90 days to the day"),
  meetings_planned: counter("int2", "QBRs, check-ins, trainings and calls whose attendance is known"),
  meetings_attended: counter("int2", "of these, attended"),
  response_n: counter("int2", "touchpoints with a response time"),
  executive_touches: counter("int2", "touchpoints with an executive"),
  programme_touches: counter("int2", "programme touchpoints attended"),
  alignment: state("int2", "latest review: 0 aligned, 1 drifting, 2 misaligned"),
  escalations: counter("int2", "tickets escalated, on the day they were opened"),
  invoices_due: counter("int2", "undisputed invoices that fell due"),
  invoices_on_time: counter("int2", "of these, paid by their due day"),
  overdue_days: state("int2", "days past due of the oldest undisputed unpaid invoice, 0 within 15 days' grace"),
  renewals: counter("int2", "outcomes renewed or expanded, effective"),
  active_champions: state("int2", "contacts in force as champion"),
  active_sponsors: state("int2", "contacts in force as sponsor or economic buyer"),
  power_users: state("int2", "contacts in force as power user"),
  engaged_contacts: state("int2", "contacts with a two-way touchpoint within 90 days"),
  buying_roles: state("int2", "distinct roles champion, sponsor, economic buyer among the engaged"),
  departments: state("int2", "distinct departments of contacts in force"),
  event_signs: counter("int2", "signs of events, summed; may fall"),
  milestones_due: counter("int2", "milestones whose target day has come"),
  milestones_met: counter("int2", "of these, achieved"),
  onboarding_due: counter("int2", "onboarding milestones whose target day has come"),
  onboarding_met: counter("int2", "of these, achieved"),
  outcomes_achieved: counter("int2", "outcome milestones achieved"),
  outcomes_shared: counter("int2", "of these, shared inside the customer"),
} as const satisfies Record<string, Spec>;

export type Column = keyof typeof COLUMNS;

/** The signal tables that feed measures; each is connected from its first delivery and fresh while deliveries go on. */
export const FEEDS = [
  "contracts",
  "usage_days",
  "feature_usage",
  "tickets",
  "touchpoints",
  "invoices",
  "contacts",
  "surveys",
  "milestones",
  "events",
  "metrics",
  "outcomes",
] as const;
export type Feed = (typeof FEEDS)[number];
