import type { PoolClient } from "pg";
import { ROLES } from "@/lib/core/access";
import type { Applied } from "./apply-stage";
import { type Journal, journalSince, keepBefore } from "./journal";
import { rejectWhere } from "./refused-rows";
import type { TableSpec } from "./table-spec";

/** The people file, keyed by e-mail. `role` takes several, separated by ";". Nobody can sign in before an invitation. */
export const PEOPLE: TableSpec = {
  table: "people",
  feed: null,
  key: [],
  dated: "email",
  columns: [
    { name: "name", type: "text" },
    { name: "role", type: "text" },
    { name: "manager_email", type: "text" },
  ],
};

const named = "(select p.id from people p join staged s on p.email = s.account_key)";
const JOURNAL_SCOPES = [
  { table: "people", where: `t.id in ${named}` },
  { table: "person_roles", where: `t.person_id in ${named}` },
];

/** Merges staged people: name, roles and manager. */
export async function applyPeople(client: PoolClient, journal: Journal | null = null): Promise<Applied> {
  await client.query("update staged set account_key = lower(account_key), manager_email = lower(manager_email)");
  await rejectWhere(
    client,
    "account_key !~ '^[^@[:space:]]+@[^@[:space:]]+$'",
    "email",
    `'"' || left(account_key, 60) || '" is not an e-mail address'`,
  );
  await rejectWhere(
    client,
    "exists (select 1 from staged s where s.account_key = staged.account_key and s.line < staged.line)",
    "email",
    "account_key || ' is in the file more than once'",
  );
  const roles = ROLES.map((role) => `'${role}'`).join(", ");
  await rejectWhere(
    client,
    `exists (select 1 from unnest(string_to_array(role, ';')) r where trim(lower(r)) not in (${roles}))`,
    "role",
    `'"' || role || '" is not one of ${ROLES.join(", ")}'`,
  );
  const inFile = "exists (select 1 from staged s where s.account_key = staged.manager_email)";
  const known = `exists (select 1 from people p where p.email = staged.manager_email) or ${inFile}`;
  await rejectWhere(
    client,
    `manager_email is not null and not (${known})`,
    "manager_email",
    "'nobody has the e-mail ' || manager_email",
  );
  const { rows } = await client.query<{ staged: number; added: number }>(
    `select count(*)::int as staged,
       count(*) filter (where not exists (select from people p where p.email = account_key))::int as added from staged`,
  );
  if (journal) await keepBefore(client, JOURNAL_SCOPES);
  const touched = new Set<number>();
  const note = (result: { rows: Array<{ id: number }> }) => {
    for (const { id } of result.rows) touched.add(id);
  };
  note(
    await client.query(
      `insert into people as old (email, name) select account_key, coalesce(name, account_key) from staged
       on conflict (email) do update set name = excluded.name
       where excluded.name <> old.name and excluded.name <> old.email returning id`,
    ),
  );
  note(
    await client.query(
      `update people p set manager_id = m.id from staged s join people m on m.email = s.manager_email
       where p.email = s.account_key and p.manager_id is distinct from m.id returning p.id`,
    ),
  );
  note(
    await client.query(
      `insert into person_roles (person_id, role)
       select p.id, trim(lower(r)) from staged s join people p on p.email = s.account_key, unnest(string_to_array(s.role, ';')) r
       on conflict do nothing returning person_id as id`,
    ),
  );
  if (journal) await journalSince(client, journal, JOURNAL_SCOPES);
  const { staged = 0, added = 0 } = rows[0] ?? {};
  return {
    accepted: touched.size,
    updated: touched.size - added,
    unchanged: staged - touched.size,
    firstDay: null,
    lastDay: null,
  };
}
