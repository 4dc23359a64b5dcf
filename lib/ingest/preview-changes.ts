import type { PoolClient } from "pg";
import type { RowChange } from "@/lib/core/import-ledger";
import { minorDigits } from "@/lib/format";
import { hasKey, imageOf, JOURNALED, keyOf } from "./journal-image";
import { accountColumnOf } from "./stage";
import { type TableSpec, targetOf } from "./table-spec";

const SHOWN = 50;
type Image = Record<string, unknown>;
type Row = { table: string; key: Image; before: Image | null; after: Image; account: string | null };

/** The first rows that an import changed or added, field by field, seen from inside its transaction. */
export async function previewChanges(client: PoolClient, spec: TableSpec, importId: number): Promise<RowChange[]> {
  const changed = await journaledRows(client, importId);
  const isNamed = spec.table === "accounts" || spec.table === "people" || spec.table === "scorecards";
  const added = isNamed ? [] : await addedRows(client, spec, importId, SHOWN - Math.min(changed.length, SHOWN / 2));
  return [...changed.slice(0, SHOWN - added.length), ...added].map((row) => changeOf(row, spec));
}

async function journaledRows(client: PoolClient, importId: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const table of Object.keys(JOURNALED)) {
    if (["feeds", "told_days", "waiting_rows"].includes(table) || rows.length >= SHOWN) continue;
    const hasAccount = "account_id" in (JOURNALED[table]?.key ?? {});
    const account = hasAccount ? "t.account_id" : table === "accounts" ? "t.id" : "null::int";
    const found = await client.query<Row>(
      `select '${table}' as "table", c.key, c.before, ${imageOf(table, "t")} as after, a.external_id as account
       from import_changes c join ${table} t on ${hasKey(table, "t", "c.key")} left join accounts a on a.id = ${account}
       where c.import_id = $1 and c.caused_by is null and c.table_name = '${table}' order by c.id limit ${SHOWN}`,
      [importId],
    );
    rows.push(...found.rows);
  }
  return rows;
}

async function addedRows(client: PoolClient, spec: TableSpec, importId: number, most: number): Promise<Row[]> {
  const staged = await client.query(
    "select from pg_attribute where attrelid = to_regclass('pg_temp.staged') and attname = $1",
    [spec.key[0] ?? ""],
  );
  if (!staged.rowCount) return [];
  const keys = Object.entries(JOURNALED[spec.table]?.key ?? {});
  const match = keys.map(([name, type]) => `t."${name}" = s."${name}"::${type}`).join(" and ");
  const { rows } = await client.query<Row>(
    `select '${spec.table}' as "table", ${keyOf(spec.table, "t")} as key, null::jsonb as before,
       ${imageOf(spec.table, "t")} as after, a.external_id as account
     from (select * from staged order by line) s
     cross join lateral (select * from ${spec.table} t where ${match} and t.recorded_at = now() limit 1) t
     join accounts a on a.id = t.account_id
     where ${keyOf(spec.table, "t")} not in (
       select key from import_changes where import_id = $1 and table_name = '${spec.table}')
     order by s.line limit ${most}`,
    [importId],
  );
  return rows;
}

const INTERNAL = new Set(["id", "account_id", "recorded_at", "created_at", "slug"]);

function changeOf({ table, key, before, after, account }: Row, spec: TableSpec): RowChange {
  const shownKey = Object.entries(key).filter(([name]) => !INTERNAL.has(name));
  const inKey = new Set(Object.keys(key));
  const order = spec.columns.map(targetOf);
  const fields = Object.keys(after)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .filter((name) => !INTERNAL.has(name) && !inKey.has(name))
    .map((name) => ({
      field: fieldName(spec, name),
      before: before && shown(before, name),
      after: shown(after, name),
    }))
    .filter((field) => field.before !== field.after);
  return {
    table,
    kind: before ? "update" : "create",
    account: account ?? String(after.email ?? ""),
    key: Object.fromEntries(shownKey.map(([name, value]) => [fieldName(spec, name), String(value)])),
    fields,
  };
}

function fieldName(spec: TableSpec, name: string): string {
  return (
    spec.columns.find((column) => targetOf(column) === name)?.name ??
    (name === "external_id" ? accountColumnOf(spec) : name.replace(/_cents$/, ""))
  );
}

/** A value as files write it: money in major units. */
function shown(image: Image, name: string): string | null {
  const value = image[name];
  if (value === null || value === undefined) return null;
  if (name.endsWith("_cents") && typeof value === "number")
    return String(value / 10 ** minorDigits(String(image.currency ?? "USD")));
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
