import type { PoolClient } from "pg";
import { sourcesOf } from "./mapping";
import type { Found, ToInspect } from "./quality-finding";
import { suggestValues } from "./suggest-values";
import { type TableSpec, targetOf } from "./table-spec";

/** Fewer accounts on either side prove nothing. */
const LEAST = { churned: 5, others: 10 };
const FILLED = { churned: 0.8, others: 0.05 };
/** A value that nearly all on one side have and hardly any on the other. */
const HAVING = { most: 0.95, few: 0.02 };
/** What says the outcome by its office is no leak: these tables record it, or people's own judgement. */
const EXEMPT = new Set(["people", "outcomes", "scorecards"]);
const OWN_STATE = new Set(["lifecycle_stage", "segment"]);

interface Cell {
  name: string;
  /** Null: filled at all, whatever it says. */
  value: string | null;
  churned: number;
  others: number;
}

interface Sides {
  churned: number;
  others: number;
}

/** Columns that can only be known after the outcome: filled for churned accounts and hardly for others, or saying one thing of
 * the one and another of the other. Who churned is known by outcomes, or by a state of its own in an accounts file. */
export async function findLeaks(client: PoolClient, inspected: ToInspect): Promise<Found[]> {
  const { spec, mapping } = inspected;
  if (EXEMPT.has(spec.table)) return [];
  const { sides, cells } =
    spec.table === "accounts"
      ? await accountCells(client, spec)
      : spec.table === "metrics"
        ? await metricCells(client)
        : await columnCells(client, spec);
  if (sides.churned < LEAST.churned || sides.others < LEAST.others) return [];
  const sources = mapping && sourcesOf(mapping);
  const fromOf = (name: string) =>
    sources?.get(name)?.from ??
    Object.entries(mapping?.melt ?? {}).find(([, key]) => `metric:${key}` === name)?.[0] ??
    name;
  const found = new Map<string, Found>();
  for (const cell of cells) {
    const why = leakOf(cell, sides);
    if (!why || found.has(cell.name)) continue;
    const insists = mapping?.insistOn.includes(fromOf(cell.name)) ?? false;
    const isLeft = mapping !== null && !insists && isReadAsItStands(spec, cell.name);
    const end = isLeft
      ? "It is left out unless you insist."
      : insists
        ? "It is taken, as you insist."
        : "It is taken: see that it says what was known at the time.";
    const text = `${cell.name} ${why}: it can only be known after the outcome. ${end}`;
    const severity = isLeft ? "leak" : "warns";
    found.set(cell.name, { kind: "leak", column: cell.name, count: cell.churned, examples: [], text, severity });
  }
  return [...found.values()];
}

/** Attributes and metrics are measures as they stand; a date counts only from its day on, and signals by theirs. */
function isReadAsItStands(spec: TableSpec, name: string): boolean {
  if (spec.table === "metrics") return true;
  return spec.table === "accounts" && spec.columns.find((column) => column.name === name)?.type !== "day";
}

function leakOf({ value, churned, others }: Cell, sides: Sides): string | null {
  const [ofChurned, ofOthers] = [churned / sides.churned, others / sides.others];
  const n = `${churned} of ${sides.churned} churned accounts and ${others} of ${sides.others} others`;
  if (value === null) return ofChurned >= FILLED.churned && ofOthers <= FILLED.others ? `is filled for ${n}` : null;
  const parts =
    (ofChurned >= HAVING.most && ofOthers <= HAVING.few) || (ofOthers >= HAVING.most && ofChurned <= HAVING.few);
  return parts ? `says "${value.slice(0, 40)}" of ${n}` : null;
}

const HAS_CHURNED = "exists (select from outcomes o where o.kind = 'churned' and o.account_id = ";

/** The cells of an accounts file, by what they say. */
async function accountCells(client: PoolClient, spec: TableSpec): Promise<{ sides: Sides; cells: Cell[] }> {
  const columns = spec.columns.filter(({ required, name }) => !required && !OWN_STATE.has(name) && name !== "name");
  const listed = columns.map((column) => `('${column.name}', staged."${targetOf(column)}")`).join(", ");
  const extras = spec.extras
    ? `union all select '${spec.extras.prefix}' || key, value from jsonb_each_text(staged."${spec.extras.into}"::jsonb)`
    : "";
  await client.query("drop table if exists subjects");
  await client.query(
    `create temp table subjects on commit drop as
     select line, ${HAS_CHURNED} (select a.id from accounts a where lower(a.external_id) = lower(account_key))) as churned from staged`,
  );
  await client.query(
    `update subjects s set churned = true from staged where staged.line = s.line and exists (
       select from (select 'lifecycle_stage' as name, staged.lifecycle_stage as value ${extras}) e
       where e.name ~* 'status|stage|state' and e.value = any($1::text[]))`,
    [await churnWords(client, extras)],
  );
  const { rows } = await client.query<Cell>(
    `with cells as (
       select s.churned, e.name, e.value from subjects s join staged on staged.line = s.line,
         lateral (select * from (values ${listed}) v(name, value) ${extras}) e where e.value is not null and e.value <> '')
     select name, null as value, count(*) filter (where churned)::int as churned, count(*) filter (where not churned)::int as others
     from cells group by 1
     union all
     select name, value, count(*) filter (where churned)::int, count(*) filter (where not churned)::int from cells group by 1, 2
     order by 1, 3 desc, 2 nulls first`,
  );
  return { sides: await sidesOf(client, "subjects"), cells: rows };
}

/** The words of a file's states that say an account is lost. */
async function churnWords(client: PoolClient, extras: string): Promise<string[]> {
  const { rows } = await client.query<{ value: string }>(
    `select distinct e.value from staged, lateral (select 'lifecycle_stage' as name, staged.lifecycle_stage as value ${extras}) e
     where e.name ~* 'status|stage|state' and e.value is not null limit 500`,
  );
  const column = { name: "kind", type: "text" as const, values: ["churned"] };
  const words = suggestValues(
    column,
    rows.map(({ value }) => value),
  );
  return Object.keys(words).filter((word) => words[word] === "churned");
}

async function metricCells(client: PoolClient): Promise<{ sides: Sides; cells: Cell[] }> {
  await client.query("drop table if exists subjects");
  await client.query(
    `create temp table subjects on commit drop as select a.id, ${HAS_CHURNED} a.id) as churned from accounts a`,
  );
  const { rows } = await client.query<Cell>(
    `select 'metric:' || key as name, null as value, count(*) filter (where churned)::int as churned,
       count(*) filter (where not churned)::int as others
     from (select distinct account_id, key from staged) k join subjects s on s.id = k.account_id group by 1 order by 1`,
  );
  return { sides: await sidesOf(client, "subjects"), cells: rows };
}

async function columnCells(client: PoolClient, spec: TableSpec): Promise<{ sides: Sides; cells: Cell[] }> {
  const optional = spec.columns.filter((column) => !column.required && !column.otherwise && column.name !== "currency");
  await client.query("drop table if exists subjects");
  const filled = optional
    .map((column) => `, bool_or("${targetOf(column)}" is not null) as "${targetOf(column)}"`)
    .join("");
  await client.query(
    `create temp table subjects on commit drop as
     select account_id, ${HAS_CHURNED} staged.account_id) as churned${filled} from staged group by account_id`,
  );
  const cells: Cell[] = [];
  for (const column of optional) {
    const { rows } = await client.query<Sides>(
      `select count(*) filter (where churned)::int as churned, count(*) filter (where not churned)::int as others
       from subjects where "${targetOf(column)}"`,
    );
    if (rows[0]) cells.push({ name: column.name, value: null, ...rows[0] });
  }
  return { sides: await sidesOf(client, "subjects"), cells };
}

async function sidesOf(client: PoolClient, table: string): Promise<Sides> {
  const { rows } = await client.query<Sides>(
    `select count(*) filter (where churned)::int as churned, count(*) filter (where not churned)::int as others from ${table}`,
  );
  return rows[0] ?? { churned: 0, others: 0 };
}
