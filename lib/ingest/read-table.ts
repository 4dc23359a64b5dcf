import type { PoolClient } from "pg";
import type { Day } from "@/lib/core/calendar";
import { minorDigits } from "@/lib/format";
import { keepWord } from "./guard-text";
import type { OutCell, OutTable } from "./out-table";
import { accountColumnOf } from "./stage";
import { type ColumnSpec, type TableSpec, targetOf } from "./table-spec";

const BATCH = 2_000;
type Row = Record<string, string | number | boolean | null>;

/** A table as an import would read it back: its columns by their file names, money in major units, rows dated up to a day.
 * Accounts have a query of their own. Needs a transaction, whose snapshot it reads in pieces. */
export function readTable(client: PoolClient, spec: TableSpec, upTo: Day): OutTable {
  const columns = [{ name: accountColumnOf(spec), type: "text" } as ColumnSpec, ...spec.columns];
  return { header: columns.map(({ name }) => name), rows: rowsOf(client, sourceOf(spec), columns, upTo) };
}

async function* rowsOf(client: PoolClient, source: string, columns: ColumnSpec[], upTo: Day) {
  await client.query(`declare outgoing no scroll cursor for ${source}`, [upTo]);
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${BATCH} from outgoing`);
    for (const row of rows) yield columns.map((column) => outCell(column, row));
    if (rows.length < BATCH) break;
  }
  await client.query("close outgoing");
}

/** A stored value as its column's file has it. */
export function outCell({ name, type, values }: ColumnSpec, row: Row): OutCell {
  const value = row[name] ?? null;
  if (value === null) return null;
  if (type === "money") return Number(value) / 10 ** minorDigits(String(row.currency));
  return type === "text" && !values ? keepWord(String(value)) : value;
}

function sourceOf(spec: TableSpec): string {
  if (spec.table === "people") return PEOPLE;
  if (spec.table === "scorecards") return SCORECARDS;
  const columns = spec.columns.map((column) => `${storedAs(column)} as "${column.name}"`);
  const dated = spec.columns.find((column) => targetOf(column) === spec.dated);
  const isInstant = dated?.type === "instant";
  const upTo = isInstant ? "($1::date + 1)::timestamptz" : "$1::date";
  return `select a.external_id as account_id, ${columns.join(", ")}
    from ${spec.table} t join accounts a on a.id = t.account_id
    where t."${spec.dated}" ${isInstant ? "<" : "<="} ${upTo}
    order by a.external_id, ${spec.key.map((name) => `t."${name}"`).join(", ")}`;
}

/** A moment is said in UTC, to the microsecond. */
function storedAs(column: ColumnSpec): string {
  const name = `t."${targetOf(column)}"`;
  return column.type === "instant" ? `(to_json(${name} at time zone 'UTC') #>> '{}') || 'Z'` : name;
}

const PEOPLE = `
  select p.email, p.name, string_agg(r.role, ';' order by r.role) as role, m.email as manager_email
  from people p left join people m on m.id = p.manager_id left join person_roles r on r.person_id = p.id
  where $1::date is not null group by p.id, m.email order by p.email`;

/** The card on record of each month: its last version that is no challenge. */
const SCORECARDS = `
  select distinct on (a.external_id, c.period) a.external_id as account_id, c.period, c.champion, c.executive, c.outcome,
    c.champion_note as reason, c.executive_note as executive_reason, c.outcome_note as outcome_reason,
    p.email as submitted_by, c.submitted_on as submitted_at
  from scorecards c join accounts a on a.id = c.account_id left join people p on p.id = c.author_id
  where c.recorded_as <> 'challenge' and c.submitted_on <= $1
  order by a.external_id, c.period, c.version desc`;
