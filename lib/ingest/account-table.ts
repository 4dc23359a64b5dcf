import type { PoolClient } from "pg";
import type { Day } from "@/lib/core/calendar";
import type { Applied } from "./apply-stage";
import { type Journal, journalSince, keepBefore } from "./journal";
import { rejectWhere } from "./refused-rows";
import type { ColumnSpec, TableSpec } from "./table-spec";

const text = (name: string, into?: string): ColumnSpec => ({ name, type: "text", ...(into ? { into } : {}) });

/** The accounts file: the company, its owners by e-mail, segment and attributes, and one current contract. */
export const ACCOUNTS: TableSpec = {
  table: "accounts",
  feed: null,
  key: [],
  dated: "customer_since",
  columns: [
    text("name"),
    text("domain"),
    text("segment"),
    text("lifecycle_stage"),
    text("industry"),
    text("region"),
    { name: "customer_since", type: "day" },
    text("source"),
    text("crm_url"),
    text("parent_account_id"),
    text("csm_email"),
    text("am_email"),
    { name: "arr", type: "money", min: 0 },
    text("currency"),
    { name: "seats", type: "integer", min: 0 },
    { name: "contract_start", type: "day" },
    { name: "renewal_date", type: "day" },
    { name: "notice_days", type: "integer", min: 0 },
    { name: "auto_renew", type: "boolean" },
  ],
  // Any other column is taken under this prefix: attributes.plan_tier.
  extras: { into: "attributes", prefix: "attributes." },
  computed: [
    ...[
      "score",
      "score_band",
      "people_band",
      "health",
      "health_band",
      "diverges",
      "coverage",
      "model_version",
      "as_of",
    ],
    ...["arr_in_book", "book_currency", "renews_on", "decide_by"],
  ],
};

const FIELDS = ["name", "domain", "industry", "region", "customer_since", "source", "crm_url"] as const;

const named = "(select a.id from accounts a join staged s on lower(a.external_id) = lower(s.account_key))";
const JOURNAL_SCOPES = [
  { table: "accounts", where: `t.id in ${named}` },
  ...["account_owners", "account_attributes", "contracts"].map((table) => ({
    table,
    where: `t.account_id in ${named}`,
  })),
];

/** Merges staged accounts: the companies, then owners, segment and attributes from today on, then the contract. */
export async function applyAccounts(client: PoolClient, today: Day, journal: Journal | null = null): Promise<Applied> {
  await rejectWhere(
    client,
    "exists (select 1 from staged s where lower(s.account_key) = lower(staged.account_key) and s.line < staged.line)",
    "account_id",
    `'"' || left(account_key, 60) || '" is in the file more than once'`,
  );
  const isNew = "not exists (select 1 from accounts a where lower(a.external_id) = lower(account_key))";
  await rejectWhere(client, `name is null and ${isNew}`, "name", "'is required for a new account'");
  for (const role of ["csm_email", "am_email"]) {
    const known = `exists (select 1 from people p where p.email = lower(${role}))`;
    await rejectWhere(
      client,
      `${role} is not null and not ${known}`,
      role,
      `'nobody has the e-mail ' || ${role} || '; import people first'`,
    );
  }
  const { rows } = await client.query<{ staged: number; added: number }>(
    `select count(*)::int as staged, count(*) filter (where ${isNew})::int as added from staged`,
  );
  if (journal) await keepBefore(client, JOURNAL_SCOPES);
  const touched = new Set<number>();
  const note = (result: { rows: Array<{ id: number }> }) => {
    for (const { id } of result.rows) touched.add(id);
  };
  note(await upsertCompanies(client));
  await client.query(
    "update staged s set account_id = a.id from accounts a where lower(a.external_id) = lower(s.account_key)",
  );
  note(
    await client.query(
      `update accounts a set parent_id = parent.id from staged s join accounts parent on lower(parent.external_id) = lower(s.parent_account_id)
       where a.id = s.account_id and a.parent_id is distinct from parent.id and parent.id <> a.id returning a.id`,
    ),
  );
  note(await dateOwners(client, today));
  note(await dateAttributes(client, today));
  note(await upsertContract(client));
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

function upsertCompanies(client: PoolClient) {
  const slug = `coalesce(nullif(left(trim(both '-' from regexp_replace(lower(s.name), '[^a-z0-9]+', '-', 'g')), 60), ''), 'account')`;
  const merged = FIELDS.map(
    (name) =>
      `case when '${name}' = any(s.cleared) then null else coalesce(s.${name}${name === "customer_since" ? "::date" : ""}, a.${name}) end`,
  );
  return client.query<{ id: number }>(
    `insert into accounts as old (external_id, slug, ${FIELDS.join(", ")})
     select coalesce(a.external_id, s.account_key),
       coalesce(a.slug, case
         when row_number() over (partition by ${slug} order by s.line) > 1 or exists (select 1 from accounts x where x.slug = ${slug})
         then ${slug} || '-' || left(md5(s.account_key), 6) else ${slug} end),
       ${merged.join(", ")}
     from staged s left join accounts a on lower(a.external_id) = lower(s.account_key) order by s.line
     on conflict (external_id) do update set ${FIELDS.map((name) => `${name} = excluded.${name}`).join(", ")}, recorded_at = now()
     where (${FIELDS.map((name) => `old.${name}`).join(", ")}) is distinct from (${FIELDS.map((name) => `excluded.${name}`).join(", ")})
     returning id`,
  );
}

function dateOwners(client: PoolClient, today: Day) {
  return client.query<{ id: number }>(
    `insert into account_owners as old (account_id, valid_from, csm_id, am_id)
     select s.account_id, case when o.account_id is null then coalesce(a.customer_since, '1970-01-01') else $1::date end,
            coalesce(csm.id, o.csm_id), coalesce(am.id, o.am_id)
     from staged s join accounts a on a.id = s.account_id
     left join people csm on csm.email = lower(s.csm_email) left join people am on am.email = lower(s.am_email)
     left join lateral (select * from account_owners where account_id = s.account_id order by valid_from desc limit 1) o on true
     where (s.csm_email is not null or s.am_email is not null)
       and (coalesce(csm.id, o.csm_id), coalesce(am.id, o.am_id)) is distinct from (o.csm_id, o.am_id)
     on conflict (account_id, valid_from) do update set csm_id = excluded.csm_id, am_id = excluded.am_id
     returning account_id as id`,
    [today],
  );
}

/** A file's attribute is text: one that reads the same as what is known, a number or a flag, stays what it is. */
const SAID = `(select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(s.attributes::jsonb)
  where value #>> '{}' is distinct from o.attributes ->> key)`;

function dateAttributes(client: PoolClient, today: Day) {
  return client.query<{ id: number }>(
    `insert into account_attributes as old (account_id, valid_from, segment, lifecycle_stage, attributes)
     select s.account_id, case when o.account_id is null then coalesce(a.customer_since, '1970-01-01') else $1::date end,
            coalesce(s.segment, o.segment), coalesce(s.lifecycle_stage, o.lifecycle_stage),
            coalesce(o.attributes, '{}') || ${SAID}
     from staged s join accounts a on a.id = s.account_id
     left join lateral (select * from account_attributes where account_id = s.account_id order by valid_from desc limit 1) o on true
     where (coalesce(s.segment, o.segment), coalesce(s.lifecycle_stage, o.lifecycle_stage), coalesce(o.attributes, '{}') || ${SAID})
       is distinct from (o.segment, o.lifecycle_stage, coalesce(o.attributes, '{}'))
     on conflict (account_id, valid_from) do update
     set segment = excluded.segment, lifecycle_stage = excluded.lifecycle_stage, attributes = excluded.attributes
     returning account_id as id`,
    [today],
  );
}

function upsertContract(client: PoolClient) {
  const fields = ["ends_on", "arr_cents", "currency", "seats", "auto_renew", "notice_days"];
  return client.query<{ id: number }>(
    `insert into contracts as old (account_id, external_id, starts_on, ${fields.join(", ")})
     select s.account_id, s.contract_start, s.contract_start::date, s.renewal_date::date, s.arr::bigint, s.currency, s.seats::int,
            coalesce(s.auto_renew::boolean, false), coalesce(s.notice_days::int, 0)
     from staged s where s.contract_start is not null and s.arr is not null
     on conflict (account_id, external_id) do update set ${fields.map((name) => `${name} = excluded.${name}`).join(", ")}, recorded_at = now()
     where (${fields.map((name) => `old.${name}`).join(", ")}) is distinct from (${fields.map((name) => `excluded.${name}`).join(", ")})
     returning account_id as id`,
  );
}
