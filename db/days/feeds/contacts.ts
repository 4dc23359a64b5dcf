import "server-only";
import { dayIn, type Feed, happened, held, merged, type Scope, stirred, within } from "./piece";

const EDGES = { table: "contacts", days: ["active_from", "active_to + 1"] };
const OVER = "coalesce(x.active_to + 1, 'infinity')";

/** Contacts in force, active_to included, and those among them with a two-way touchpoint within the 90 days to the day. */
export const contacts: Feed = (scope) => [
  held(scope, "contacts x", "x.active_from", OVER, {
    active_champions: "(x.role = 'champion')::int",
    active_sponsors: "(x.role in ('sponsor', 'economic_buyer'))::int",
    power_users: "(x.role = 'power_user')::int",
  }),
  happened(
    scope,
    "(select * from contacts where role in ('champion', 'sponsor')) x",
    "greatest(x.active_to, case when x.active_to is not null then x.active_from end)",
    { last_key_left_day: "greatest(x.active_to, x.active_from)" },
  ),
  held(scope, `(${merged(departments(scope))}) x`, "x.start", "x.over", { departments: "1" }),
  held(scope, `(${merged(engaged(scope, "x.external_id"))}) x`, "x.start", "x.over", { engaged_contacts: "1" }),
  held(
    scope,
    `(${merged(`${engaged(scope, "x.role")} and x.role in ('champion', 'sponsor', 'economic_buyer')`)}) x`,
    "x.start",
    "x.over",
    { buying_roles: "1" },
  ),
];

function departments(scope: Scope): string {
  return `select x.account_id, x.department as key, x.active_from as start, ${OVER} as over
    from closing c join contacts x on x.account_id = c.account_id
    where ${stirred(scope, EDGES)} and x.department is not null and ${OVER} > x.active_from and ${within(scope)}`;
}

function engaged(scope: Scope, key: string): string {
  const touched = dayIn(scope, "t.at");
  const start = `greatest(${touched}, x.active_from)`;
  const over = `least(${touched} + 90, ${OVER})`;
  return `select x.account_id, ${key} as key, ${start} as start, ${over} as over
    from closing c join contacts x on x.account_id = c.account_id
    join touchpoints t on t.account_id = x.account_id and t.contact_external_id = x.external_id
    where ${stirred(scope, EDGES, { table: "touchpoints t", days: [touched, `${touched} + 90`] })} and t.two_way and ${touched} between ${scope.from} - 90 and ${scope.to} and ${start} < ${over} and ${within(scope)}
      and t.account_id between ${scope.low} and ${scope.high}`;
}
