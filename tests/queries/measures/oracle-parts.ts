/** SQL over raw rows as of day `d` for the account `a.id`; null stands for missing, −Infinity for none. */
export type AsOf = { d: string; w: number; zone: string };

export const NOTHING = "'-Infinity'::float8";

/** The rows of a table that an account has, as a scalar of them. */
export const scalar = (value: string, table: string, where: string) =>
  `(select ${value} from ${table} x where x.account_id = a.id and ${where})`;

/** Whether a date lies in the window of `w` days to `d`. */
export const inWindow = (date: string, { d, w }: Pick<AsOf, "d" | "w">) => `${date} > ${d} - ${w} and ${date} <= ${d}`;

export const dayOf = (instant: string, { zone }: Pick<AsOf, "zone">) => `(${instant} at time zone '${zone}')::date`;

export const ratio = (part: string, whole: string, factor = "1.0") =>
  `(select case when p is null then null when coalesce(q, 0) <= 0 then ${NOTHING} else ${factor}::float8 * p / q end
    from (select (${part})::float8 as p, (${whole})::float8 as q) r)`;

export const trend = (now: string, before: string) =>
  `(select case when n is null or n = ${NOTHING} then n when b is null or b = 0 or b = ${NOTHING} then null
    else 100 * (n - b) / abs(b) end from (select (${now})::float8 as n, (${before})::float8 as b) t)`;

/** The mean of a usage figure over the days of a window that give it; null for fewer than half of them. */
export const usageMean = (figure: string, asOf: Pick<AsOf, "d" | "w">) =>
  scalar(
    `case when 2 * count(${figure}) >= ${asOf.w} then avg(${figure})::float8 end`,
    "usage_days",
    inWindow("x.day", asOf),
  );

export const seats = (d: string) =>
  scalar("sum(coalesce(x.seats, 0))", "contracts", `x.starts_on <= ${d} and x.ends_on >= ${d}`);

/** The first day of the contracts in force. */
export const bookedSince = (d: string) =>
  scalar("min(x.starts_on)", "contracts", `x.starts_on <= ${d} and x.ends_on >= ${d}`);

/** Days since the latest of some dates, else since customer_since, else since the contracts in force began. */
export const since = (latest: string, d: string) =>
  `(select greatest(${d} - f, 0) from (select coalesce(${latest}, a.customer_since, ${bookedSince(d)}) as f) s)`;

export const contactsInForce = (value: string, d: string, where = "true") =>
  scalar(value, "contacts", `x.active_from <= ${d} and coalesce(x.active_to, 'infinity') >= ${d} and ${where}`);

/** Contacts in force with a two-way touchpoint within 90 days. */
export const engaged = (value: string, asOf: AsOf, where = "true") =>
  contactsInForce(
    value,
    asOf.d,
    `${where} and exists (select from touchpoints t where t.account_id = a.id and t.contact_external_id = x.external_id
      and t.two_way and ${inWindow(dayOf("t.at", asOf), { d: asOf.d, w: 90 })})`,
  );

/** The keys of the modules that an account has used by a day, as a set. */
export const modulesUsed = (where: string) =>
  `(select coalesce(x.module, x.feature) as key, min(x.day) as first, max(x.day) as last from feature_usage x
    where x.account_id = a.id and coalesce(x.users, 1) > 0 and ${where} group by 1)`;

export const entitled = (d: string) =>
  `(select distinct x.module as key from entitlements x
    where x.account_id = a.id and x.from_on <= ${d} and coalesce(x.to_on, 'infinity') >= ${d})`;

/** The latest value of a metric in a window. */
export const latestMetric = (key: string, asOf: Pick<AsOf, "d" | "w">) =>
  scalar("(array_agg(x.value order by x.day desc))[1]", "metrics", `x.key = '${key}' and ${inWindow("x.day", asOf)}`);

export const metricMean = (key: string, asOf: Pick<AsOf, "d" | "w">) =>
  `coalesce(${scalar("avg(x.value)", "metrics", `x.key = '${key}' and ${inWindow("x.day", asOf)}`)}, ${NOTHING})`;
