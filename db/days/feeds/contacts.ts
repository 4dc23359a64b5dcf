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
  held(scope, `(${engaged(scope)}) x`, "x.start", "x.over", { engaged_contacts: "x.contact", buying_roles: "x.role" }),
];

function departments(scope: Scope): string {
  return `select x.account_id, x.department as key, x.active_from as start, ${OVER} as over
    from closing c join contacts x on x.account_id = c.account_id
    where ${stirred(scope, EDGES)} and x.department is not null and ${OVER} > x.active_from and ${within(scope)}`;
}

// A contact is engaged for 90 days from each two-way touchpoint, while in force; a role while one of its contacts is.
function engaged(scope: Scope): string {
  const touched = dayIn(scope, "t.at");
  const start = `greatest(${touched}, x.active_from)`;
  const over = `least(${touched} + 90, ${OVER})`;
  const touches = `select x.account_id, x.external_id as key, ${start} as start, ${over} as over
    from closing c join contacts x on x.account_id = c.account_id
    join touchpoints t on t.account_id = x.account_id and t.contact_external_id = x.external_id
    where t.two_way and t.at > ${scope.fresh} - interval '91 days' and t.at < ${scope.before}
      and ${stirred(scope, EDGES, { table: "touchpoints t", days: [touched, `${touched} + 90`] })}
      and ${touched} between ${scope.from} - 90 and ${scope.to} and ${start} < ${over} and ${within(scope)}
      and t.account_id between ${scope.low} and ${scope.high}`;
  const roles = `select account_id, role as key, start, over from contact
    join contacts using (account_id) where external_id = key and role in ('champion', 'sponsor', 'economic_buyer')`;
  return `with contact as materialized (${merged(touches)})
    select account_id, start, over, 1 as contact, 0 as role from contact
    union all select account_id, start, over, 0, 1 from (${merged(roles)}) role`;
}
