import type { PoolClient } from "pg";
import { counted, type Found, type ToInspect } from "./quality-finding";
import { targetOf } from "./table-spec";

const LEAST_ROWS = 50;
const SHARE = 0.99;
/** Columns that rightly say the same in a whole file. */
const EXPECTED = new Set([
  "currency",
  "spread_days",
  "kind",
  "key",
  "feature",
  "module",
  "period",
  "notice_days",
  "role",
]);

/** Columns in which at least 99 of 100 filled cells say the same: they tell accounts apart hardly at all. */
export async function findConstants(client: PoolClient, { spec, mapping }: ToInspect): Promise<Found[]> {
  const found: Found[] = [];
  const columns = spec.columns.filter(({ name }) => !EXPECTED.has(name) && mapping?.constants[name] === undefined);
  // The stage has been analysed: what may be constant is in its statistics, and counted only then.
  const { rows: likely } = await client.query<{ name: string; value: string }>(
    `select attname as name, (most_common_vals::text::text[])[1] as value from pg_stats
     where tablename = 'staged' and schemaname = (select nspname from pg_namespace where oid = pg_my_temp_schema())
       and most_common_freqs[1] >= 0.9 * (1 - null_frac)`,
  );
  for (const column of columns) {
    const target = targetOf(column);
    const value = likely.find(({ name }) => name === target)?.value;
    if (value === undefined) continue;
    const { rows } = await client.query<Counts>(
      `select count("${target}")::int as filled, count(*) filter (where "${target}" = $1)::int as same from staged`,
      [value],
    );
    found.push(...constant(column.name, value, rows[0]));
  }
  if (spec.extras) {
    const { rows } = await client.query<Counts & { name: string; value: string }>(
      `with cells as (select e.key as name, e.value from staged, jsonb_each_text("${spec.extras.into}"::jsonb) e),
         counts as (select name, value, count(*)::int as same, sum(count(*)) over (partition by name)::int as filled
                    from cells group by 1, 2)
       select * from counts where same >= ${SHARE} * filled and filled >= ${LEAST_ROWS} order by name`,
    );
    for (const one of rows) found.push(...constant(`${spec.extras.prefix}${one.name}`, one.value, one));
  }
  return found;
}

interface Counts {
  filled: number;
  same: number;
}

function constant(column: string, value: string, counts: Counts | undefined): Found[] {
  if (!counts || counts.filled < LEAST_ROWS || counts.same < SHARE * counts.filled) return [];
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  const rest = counts.filled - counts.same;
  const text = `${column} says "${shown}" in ${rest === 0 ? "all" : `all but ${rest} of`} ${counted(counts.filled, "row")}`;
  return [{ kind: "constant", column, count: counts.same, examples: [], text, severity: "warns" }];
}
