import {
  type AsOf,
  contactsInForce,
  dayOf,
  engaged,
  entitled,
  inWindow,
  latestMetric,
  metricMean,
  modulesUsed,
  NOTHING,
  ratio,
  scalar,
  seats,
  since,
  trend,
  usageMean,
} from "./oracle-parts";

const before = ({ d, w, zone }: AsOf): AsOf => ({ d: `(${d} - ${w})`, w, zone });
const usageTrend = (figure: string) => (asOf: AsOf) => trend(usageMean(figure, asOf), usageMean(figure, before(asOf)));
const level = (holds: string) => `case when ${holds} then 1 else 0 end`;

const sessionLength = (asOf: AsOf) =>
  `(select case when u is null then null else ${ratio("m", "u")} end
    from (select ${usageMean("session_minutes", asOf)} as m, ${usageMean("active_users", asOf)} as u) l)`;

const distinct = (d: string) =>
  scalar(
    "(array_agg(x.active_users_28d order by x.day desc))[1]",
    "usage_days",
    `x.active_users_28d is not null and x.day <= ${d}`,
  );
const seatUse = ({ d, w }: AsOf) =>
  ratio(
    `case when exists ${scalar("1", "usage_days", inWindow("x.day", { d, w }))} then ${distinct(d)} end`,
    seats(d),
    "100",
  );

const tickets = (value: string, where: (asOf: AsOf) => string) => (asOf: AsOf) => scalar(value, "tickets", where(asOf));
const touches = (value: string, where: string) => (asOf: AsOf) =>
  scalar(value, "touchpoints", `${where} and ${inWindow(dayOf("x.at", asOf), asOf)}`);
const latestTouch = (where: string) => (asOf: AsOf) =>
  since(
    scalar(`max(${dayOf("x.at", asOf)})`, "touchpoints", `${where} and ${dayOf("x.at", asOf)} <= ${asOf.d}`),
    asOf.d,
  );
const invoices = (value: string, asOf: AsOf) =>
  scalar(value, "invoices", `not x.disputed and ${inWindow("x.due_on", asOf)}`);
const surveys = (kind: string, value: string) => (asOf: AsOf) =>
  ratio(
    scalar(value, "surveys", `x.kind = '${kind}' and ${inWindow(dayOf("x.at", asOf), asOf)}`),
    scalar("count(*)", "surveys", `x.kind = '${kind}' and ${inWindow(dayOf("x.at", asOf), asOf)}`),
  );
const milestones =
  (kind: string) =>
  ({ d }: AsOf) =>
    ratio(
      scalar("count(*)", "milestones", `${kind} and x.target_on <= ${d} and x.achieved_on <= ${d}`),
      scalar("count(*)", "milestones", `${kind} and x.target_on <= ${d}`),
      "100",
    );
const outcomesAchieved = (where: string) => scalar("count(*)", "milestones", `x.kind = 'outcome' and ${where}`);

const openedOn = (asOf: AsOf) => dayOf("x.opened_at", asOf);
const closedOn = (asOf: AsOf) =>
  `greatest(${dayOf("x.closed_at", asOf)}, case when x.closed_at is not null then ${openedOn(asOf)} end)`;
const isOpen = (asOf: AsOf) => `${openedOn(asOf)} <= ${asOf.d} and coalesce(${closedOn(asOf)}, 'infinity') > ${asOf.d}`;
const minutes = (span: string) => `floor(extract(epoch from ${span}) / 60)`;
const age = (asOf: AsOf) =>
  `(extract(epoch from (${asOf.d} + 1)::timestamp) / 60 - ${minutes(`x.opened_at at time zone '${asOf.zone}'`)})`;

const arr = (d: string) =>
  scalar(
    "case when bool_or(x.currency = 'JPY') then null else coalesce(sum(x.arr_cents), 0) end",
    "contracts",
    `x.starts_on <= ${d} and x.ends_on >= ${d}`,
  );

/** What each measure of the catalogue reads, said again in plain SQL over the raw rows of the account `a`. */
export const ORACLE: Record<string, (asOf: AsOf) => string> = {
  licence_utilisation: (asOf) => ratio(usageMean("active_users", asOf), seats(asOf.d), "100"),
  stickiness: (asOf) =>
    `case when ${distinct(asOf.d)} is null then null else ${ratio(usageMean("active_users", asOf), distinct(asOf.d), "100")} end`,
  active_user_trend: usageTrend("active_users"),
  volume_trend: usageTrend("events"),
  session_length_trend: (asOf) => trend(sessionLength(asOf), sessionLength(before(asOf))),
  active_days: (asOf) =>
    scalar(
      "count(*) filter (where greatest(active_users, logins, features_used, events, session_minutes) > 0)",
      "usage_days",
      inWindow("x.day", asOf),
    ),
  feature_breadth: (asOf) => usageMean("features_used", asOf),
  modules_adopted: ({ d }) =>
    ratio(
      `select count(*) from ${entitled(d)} e join ${modulesUsed(inWindow("x.day", { d, w: 90 }))} u using (key)`,
      `select count(*) from ${entitled(d)} e`,
      "100",
    ),
  modules_new: (asOf) => `(select count(*) from ${modulesUsed("true")} u where ${inWindow("u.first", asOf)})`,
  core_features: ({ d }) =>
    ratio(
      `select least((select count(*) from ${modulesUsed(`x.day <= ${d}`)} u), (select count(*) from ${entitled(d)} e))`,
      `select count(*) from ${entitled(d)} e`,
      "100",
    ),
  power_users: ({ d }) => contactsInForce("count(*)", d, "x.role = 'power_user'"),
  days_since_two_way: latestTouch("x.two_way"),
  days_since_executive: latestTouch("x.with_executive"),
  meeting_attendance: (asOf) => {
    const meetings = "x.kind in ('qbr', 'check_in', 'training', 'call') and x.attended is not null";
    return ratio(
      touches("count(*) filter (where x.attended)", meetings)(asOf),
      touches("count(*)", meetings)(asOf),
      "100",
    );
  },
  response_hours: (asOf) =>
    `coalesce(${touches("avg(round(x.response_hours * 60) / 60)", "x.response_hours >= 0")(asOf)}, ${NOTHING})`,
  programme_participation: touches("count(*)", "x.kind = 'program' and x.attended"),
  review_alignment: (asOf) => {
    const code = "array_position(array['aligned', 'drifting', 'misaligned'], x.alignment) - 1";
    const latest = `(array_agg(${code} order by x.at desc, ${code} desc))[1]`;
    return `coalesce(${scalar(latest, "touchpoints", `x.alignment is not null and ${dayOf("x.at", asOf)} <= ${asOf.d}`)}, ${NOTHING})`;
  },
  severity_load: (asOf) => {
    const weight = "case x.severity when 'critical' then 8 when 'high' then 4 when 'normal' then 1 else 0.5 end";
    return `coalesce(${scalar(`sum(${weight})`, "tickets", isOpen(asOf))}, 0) * 100.0 / greatest(${seats(asOf.d)}, 50)`;
  },
  resolution_hours: (asOf) => {
    const hours = `case when ${isOpen(asOf)} then ${age(asOf)} else greatest(${minutes("x.closed_at - x.opened_at")}, 0) end / 60.0`;
    return `coalesce(${scalar(`avg(${hours})`, "tickets", `(${isOpen(asOf)} or ${inWindow(closedOn(asOf), asOf)})`)}, ${NOTHING})`;
  },
  escalations: tickets("count(*) filter (where x.escalated)", (asOf) => inWindow(openedOn(asOf), asOf)),
  tickets_opened: tickets("count(*)", (asOf) => inWindow(openedOn(asOf), asOf)),
  csat: (asOf) => `coalesce(${tickets("avg(x.csat)", () => inWindow(closedOn(asOf), asOf))(asOf)}, ${NOTHING})`,
  overdue_days: ({ d }) =>
    `coalesce((select case when o > 15 then o else 0 end from (select ${scalar(`max(${d} - x.due_on)`, "invoices", `not x.disputed and x.due_on <= ${d} and coalesce(x.paid_on, 'infinity') > ${d}`)} as o) i), 0)`,
  on_time_payment: (asOf) =>
    ratio(invoices("count(*) filter (where x.paid_on <= x.due_on)", asOf), invoices("count(*)", asOf), "100"),
  days_to_decide_by: ({ d }) =>
    `coalesce(${scalar("min(x.ends_on)", "contracts", `x.starts_on <= ${d} and x.ends_on >= ${d}`)} - ${d}, ${NOTHING})`,
  arr_change: ({ d, w }) => trend(arr(d), arr(`(${d} - ${w})`)),
  seat_use: seatUse,
  seat_use_trend: (asOf) => trend(seatUse(asOf), seatUse(before(asOf))),
  renewals_completed: ({ d }) =>
    scalar("count(*)", "outcomes", `x.kind in ('renewed', 'expanded') and x.effective_on <= ${d}`),
  active_champions: ({ d }) => contactsInForce("count(*)", d, "x.role = 'champion'"),
  sponsor_named: ({ d }) => level(`${contactsInForce("count(*)", d, "x.role in ('sponsor', 'economic_buyer')")} > 0`),
  engaged_contacts: (asOf) => engaged("count(*)", asOf),
  single_threaded: (asOf) => level(`${engaged("count(*)", asOf)} <= 1`),
  buying_roles: (asOf) =>
    engaged("count(distinct x.role)", asOf, "x.role in ('champion', 'sponsor', 'economic_buyer')"),
  departments_covered: ({ d }) => contactsInForce("count(distinct x.department)", d),
  days_since_key_contact_left: ({ d }) => {
    const left = "greatest(x.active_to, x.active_from)";
    return since(
      scalar(
        `max(${left})`,
        "contacts",
        `x.role in ('champion', 'sponsor') and x.active_to is not null and ${left} <= ${d}`,
      ),
      d,
    );
  },
  headcount_change: (asOf) => trend(latestMetric("headcount", asOf), latestMetric("headcount", before(asOf))),
  signed_events: (asOf) => `coalesce(${scalar("sum(x.sign)", "events", inWindow(dayOf("x.at", asOf), asOf))}, 0)`,
  nps: surveys("nps", "100 * coalesce(sum((x.score >= 9)::int - (x.score <= 6)::int), 0)"),
  csat_survey: surveys("csat", "coalesce(sum(x.score), 0)"),
  ces: surveys("ces", "coalesce(sum(x.score), 0)"),
  milestones_met: milestones("true"),
  onboarding_on_plan: milestones("x.kind = 'onboarding'"),
  outcomes_shared: (asOf) => outcomesAchieved(`x.shared_internally and ${inWindow("x.achieved_on", asOf)}`),
  first_value: ({ d }) => level(`${outcomesAchieved(`x.achieved_on <= ${d}`)} = 0`),
  "metric:calls:last": (asOf) => latestMetric("calls", asOf),
  "metric:calls:mean": (asOf) => metricMean("calls", asOf),
  "metric:calls:sum": (asOf) =>
    `coalesce(${scalar("sum(x.value)", "metrics", `x.key = 'calls' and ${inWindow("x.day", asOf)}`)}, 0)`,
  "metric:calls:trend": (asOf) =>
    `(select case when t = ${NOTHING} then null else t end from (select ${trend(metricMean("calls", asOf), metricMean("calls", before(asOf)))} as t) m)`,
};
