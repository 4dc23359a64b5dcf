import type { PoolClient } from "pg";
import { type Journal, journalUpdates } from "./journal";
import { type ColumnSpec, type TableSpec, targetOf } from "./table-spec";

const CASTS = {
  text: "text",
  json: "jsonb",
  day: "date",
  instant: "timestamptz",
  integer: "bigint",
  number: "float8",
  money: "bigint",
  boolean: "boolean",
};

interface ToWrite {
  spec: TableSpec;
  /** Whether none of the rows was there a moment ago. */
  isNew: boolean;
  /** Whether a row empties a column. */
  clears: boolean;
  journal: Journal | null;
}

/** Writes the staged rows. Whoever writes the same rows meanwhile is not written over by our blanks: a row that is there is
 * changed as it stands when its turn comes, and one that somebody was quicker to add counts as there. */
export async function writeStage(client: PoolClient, { spec, isNew, clears, journal }: ToWrite) {
  const { table } = spec;
  const match = matchOf(spec);
  const columns = spec.columns.map(targetOf);
  const changed = spec.columns.filter((column) => !spec.key.includes(targetOf(column)));
  const list = changed.map((column) => `t."${targetOf(column)}"`).join(", ");
  const merged = changed.map((column) => mergedSql(column, false, clears));
  const changes = `(${list}) is distinct from (${merged.join(", ")})`;
  const sets = changed.map((column, index) => `"${targetOf(column)}" = ${merged[index]}`).join(", ");
  const update = `update ${table} t set ${sets}, recorded_at = now() from staged s where ${match} and ${changes}`;
  const values = spec.columns.map((column) => mergedSql(column, true, clears)).join(", ");
  const into = `insert into ${table} (account_id, ${columns.map((name) => `"${name}"`).join(", ")})`;
  const rows = `select s.account_id, ${values} from staged s`;
  const straight = isNew ? await addNew(client, `${into} ${rows}`) : null;
  if (straight !== null) return { accepted: straight, updated: journal && 0 };
  const isThere = `exists (select from ${table} t where ${match})`;
  // Whoever adds the same row at this moment is waited for: after this, every row is there.
  const { rowCount: added } = await client.query(`${into} ${rows} where not ${isThere} on conflict do nothing`);
  const updated = journal && (await journalUpdates(client, table, { match, changes }, journal));
  const { rowCount } = await client.query(update);
  return { accepted: (added ?? 0) + (rowCount ?? 0), updated };
}

const TAKEN = "23505";

/** Adds rows of which none is there yet, at half of what asking costs; null where somebody has been quicker with one. */
async function addNew(client: PoolClient, insert: string): Promise<number | null> {
  await client.query("savepoint before_new");
  try {
    const { rowCount } = await client.query(insert);
    await client.query("release savepoint before_new");
    return rowCount ?? 0;
  } catch (error) {
    if ((error as { code?: string }).code !== TAKEN) throw error;
    await client.query("rollback to savepoint before_new");
    return null;
  }
}

/** SQL for what a column becomes: what is staged, else what is there, else what a new row has. */
function mergedSql(column: ColumnSpec, isNew: boolean, clears: boolean): string {
  const name = targetOf(column);
  const otherwise = column.otherwise ? `'${column.otherwise}'` : "null";
  const former = column.isOfFigure || isNew ? "" : `, t."${name}"`;
  const given = `s."${name}"::${CASTS[column.type]}`;
  const kept = `coalesce(${given}${former}${column.otherwise ? `, ${otherwise}` : ""})`;
  return clears ? `case when '${name}' = any(s.cleared) then ${otherwise} else ${kept} end` : kept;
}

/** SQL for which row of the table (t) a staged one (s) is. */
export function matchOf(spec: TableSpec): string {
  return ["account_id", ...spec.key].map((name) => `t."${name}" = ${castOf(spec, name)}`).join(" and ");
}

export function castOf(spec: TableSpec, name: string): string {
  if (name === "account_id") return "s.account_id";
  const column = spec.columns.find((one) => targetOf(one) === name);
  return `s."${name}"::${CASTS[column?.type ?? "text"]}`;
}
