import type { PoolClient } from "pg";
import { counted, type Found, type ToInspect } from "./quality-finding";
import { type TableSpec, targetOf } from "./table-spec";

type Clash = { kind: "duplicates" | "conflicts"; keys: number; rows: number; examples: Found["examples"] };

/** Rows with one key: with the same content they are duplicates, with other content conflicts. Of accounts, also companies
 * that stand in the file under several ids. */
export async function findClashes(client: PoolClient, spec: TableSpec): Promise<Found[]> {
  const isKeyed = spec.table === "accounts" || spec.table === "people";
  const key = isKeyed
    ? "lower(account_key)"
    : ["account_id::text", ...spec.key.map((name) => `"${name}"`)]
        .map((name) => `coalesce(${name}, '')`)
        .join(" || chr(31) || ");
  const content = [...spec.columns.map(targetOf), ...(spec.extras ? [spec.extras.into] : [])];
  const { rows } = await client.query<Clash>(
    `with same as (
       select ${key} as key, min(line) as first, (array_agg(line order by line))[2] as line, count(*)::int - 1 as more,
         min(account_key) as account, count(distinct (${content.map((name) => `"${name}"`).join(", ")})::text) > 1 as differs
       from staged group by 1 having count(*) > 1)
     select case when differs then 'conflicts' else 'duplicates' end as kind, count(*)::int as keys, sum(more)::int as rows,
       (array_agg(json_build_object('line', line, 'text', account || ', as line ' || first) order by line))[1:5] as examples
     from same group by 1`,
  );
  const found: Found[] = rows.map(({ kind, rows: count, examples }) => {
    const isRefused = isKeyed || kind === "conflicts";
    const what = kind === "conflicts" ? "of a row above with other values" : "of a row above once more";
    const text = `${counted(count, "row")} with the key ${what}: ${isRefused ? "only the first is taken" : "counted once"}`;
    return { kind, column: null, count, examples, text, severity: isRefused ? "stops" : "warns" };
  });
  return spec.table === "accounts" ? [...found, ...(await findTwins(client))] : found;
}

async function findTwins(client: PoolClient): Promise<Found[]> {
  const found: Found[] = [];
  for (const field of ["name", "domain"]) {
    const { rows } = await client.query<{ value: string; count: number; line: number; keys: string }>(
      `with known as (
         select line, lower(account_key) as id, account_key as key, lower(trim(${field})) as value from staged
         union all
         select null, lower(external_id), external_id, lower(trim(${field})) from accounts a
         where not exists (select from staged s where lower(s.account_key) = lower(a.external_id)))
       select value, count(distinct id)::int as count, max(line)::int as line, string_agg(distinct key, ', ') as keys from known
       where value <> '' group by value having count(distinct id) > 1 and max(line) is not null order by 3`,
    );
    if (rows.length === 0) continue;
    const examples = rows.slice(0, 5).map(({ line, value, keys }) => ({ line, text: `"${value}" is ${keys}` }));
    const text = `${counted(rows.length, field)} that several account ids have: they may be one company; if so, map the ${field} as the account, or leave this file out`;
    found.push({ kind: "conflicts", column: field, count: rows.length, examples, text, severity: "warns" });
  }
  return found;
}

/** Rows whose account is not known: they wait for it, or are refused. */
export async function findOrphans(client: PoolClient, { spec, importId }: ToInspect): Promise<Found[]> {
  const { rows: unknown } = await client.query<Pick<Found, "count" | "examples">>(
    `select count(*)::int as count,
       (array_agg(json_build_object('line', line, 'text', reason) order by line))[1:5] as examples
     from refused where reason like '%there is no such account%' having count(*) > 0`,
  );
  const { rows } = await client.query<{ key: string; line: number; rows: number }>(
    `select account_key as key, min(line)::int as line, count(*)::int as rows from waiting_rows
     where import_id = $1 and table_name = $2 group by 1 order by 3 desc, 1`,
    [importId, spec.table],
  );
  const waiting = rows.reduce((sum, one) => sum + one.rows, 0);
  const found: Found[] = [];
  if (waiting > 0) {
    found.push({
      kind: "orphans",
      column: "account_id",
      count: waiting,
      examples: rows.slice(0, 5).map((one) => ({ line: one.line, text: `${one.key}: ${counted(one.rows, "row")}` })),
      text: `${counted(waiting, "row")} of ${counted(rows.length, "account")} not known yet: they wait and are taken when it comes`,
      severity: "warns",
    });
  }
  for (const refused of unknown) {
    found.push({
      ...{ kind: "orphans", column: "account_id", ...refused },
      text: `${counted(refused.count, "row")} of accounts that are not known: refused`,
      severity: "stops",
    });
  }
  return found;
}
