import "server-only";
import { sql } from "drizzle-orm";
import type { PortfolioScope } from "@/db/queries/get-portfolio-scope";
import type { Change } from "@/lib/core/health/explain";
import { type ShiftMeasures, shiftMeasures } from "@/lib/core/portfolio/shift-measures";
import { type ShiftSlices, type SlicedGreen, shiftSlices } from "@/lib/core/portfolio/shift-slices";
import type { Ctx } from "@/lib/server/context";
import { explainMany } from "@/lib/server/run/explain-many";
import { readWhole } from "@/lib/server/run/read-whole";
import { calendarFalls } from "./calendar-falls";
import type { MeasuredQuarter } from "./get-shift";
import { type QuarterPath, quarterPaths } from "./quarter-paths";
import { rememberScope } from "./remember-scope";

type Scope = Pick<PortfolioScope, "book" | "segment">;
/** A green of the quarter's start that is no longer green. */
export type FallenAccount = {
  accountId: number;
  slug: string;
  name: string;
  segment: string | null;
  csm: string | null;
  am: string | null;
  /** On the first day, in the workspace currency. */
  arrCents: number | null;
  healthThen: number;
  /** Null where it is gone. */
  healthNow: number | null;
  toneNow: number | null;
  /** What it can be sliced by. */
  values: Readonly<Record<string, string>>;
  /** What took most of its health. */
  most: Pick<Change["parts"][number], "kind" | "key" | "part"> | null;
};
export type ShiftReasons = ShiftSlices & { fallen: FallenAccount[]; measures: ShiftMeasures };

type Row = Omit<FallenAccount, "values" | "most"> & {
  path: QuarterPath;
  industry: string | null;
  region: string | null;
  source: string | null;
  stage: string | null;
  attributes: Record<string, unknown> | null;
};

/** Dimensions by what is said of them first; of attributes, any that takes few values follows. */
const DIMENSIONS = ["segment", "industry", "region", "source", "stage", "csm", "am"] as const;
const MOST_VALUES = 40;

/** What a quarter's falls have in common and which measures moved them. Owners, segment and stage are those of the first day,
 * attributes those of the last: a product version that came within the quarter is what may have caused it. Measures are left
 * out where more than `most` accounts fell. */
export async function getShiftReasons(
  ctx: Ctx,
  scope: Scope,
  { start, end }: MeasuredQuarter,
  { most = Number.POSITIVE_INFINITY } = {},
): Promise<ShiftReasons> {
  return rememberScope(ctx, scope, [`reasons ${most}`, start, end], () => reasonsOf(ctx, scope, { start, end }, most));
}

async function reasonsOf(
  ctx: Ctx,
  scope: Scope,
  { start, end }: Pick<MeasuredQuarter, "start" | "end">,
  most: number,
): Promise<ShiftReasons> {
  const { rows: found } = await ctx.db.execute<Row>(sql`
    select q.account_id as "accountId", a.slug, a.name, q.segment, csm.name as csm, am.name as am, q.arr_cents as "arrCents",
      q.health_then as "healthThen", q.health_now as "healthNow", q.tone_now::int as "toneNow", q.path, a.industry, a.region,
      a.source, first.lifecycle_stage as stage, last.attributes
    from (${quarterPaths(ctx, scope, { start, end }, { named: true })}) q
    join accounts a on a.id = q.account_id
    left join people csm on csm.id = q.csm_id left join people am on am.id = q.am_id
    left join lateral (select lifecycle_stage from account_attributes v
      where v.account_id = q.account_id and v.valid_from <= ${start}::date order by v.valid_from desc limit 1) first on true
    left join lateral (select attributes from account_attributes v
      where v.account_id = q.account_id and v.valid_from <= ${end}::date order by v.valid_from desc limit 1) last on true
    where q.path in ('stayed', 'fell', 'gone') order by q.arr_cents desc nulls last, q.account_id`);
  const calendar = await calendarFalls(ctx, scope, { start, end });
  const rows = found.filter(({ accountId }) => !calendar.has(accountId));
  const attributes = attributesOf(rows);
  const greens = rows.map((row): SlicedGreen => ({ values: valuesOf(row, attributes), isFallen: isFallen(row) }));
  const scored = rows.filter(({ path }) => path === "fell").map(({ accountId }) => accountId);
  const explained = scored.length > most ? [] : scored;
  const changes = await readWhole(ctx.db, (client) => explainMany(client, explained, { start, end }));
  return {
    ...shiftSlices(greens, [...DIMENSIONS, ...attributes.map((key) => `attribute:${key}`)]),
    fallen: rows.filter(isFallen).map((row) => fallenOf(row, attributes, changes)),
    measures: shiftMeasures([...changes.values()]),
  };
}

function fallenOf(row: Row, keys: readonly string[], changes: ReadonlyMap<number, Change>): FallenAccount {
  const { path: _, industry: _i, region: _r, source: _s, stage: _t, attributes: _a, ...account } = row;
  const parts = changes.get(row.accountId)?.parts ?? [];
  const [most] = [...parts].sort((a, b) => a.part - b.part);
  return { ...account, values: valuesOf(row, keys), most: most && most.part < 0 ? most : null };
}

function isFallen({ path }: { path: QuarterPath }): boolean {
  return path === "fell" || path === "gone";
}

function attributesOf(rows: readonly Row[]): string[] {
  const found = new Map<string, Set<string>>();
  for (const { attributes } of rows) {
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (value === null || typeof value === "object") continue;
      const values = found.get(key) ?? new Set();
      if (values.size <= MOST_VALUES) values.add(String(value));
      found.set(key, values);
    }
  }
  return [...found]
    .filter(([, values]) => values.size > 1 && values.size <= MOST_VALUES)
    .map(([key]) => key)
    .sort();
}

function valuesOf(
  row: Pick<Row, (typeof DIMENSIONS)[number] | "attributes">,
  attributes: readonly string[],
): Record<string, string> {
  const named = DIMENSIONS.map((key) => [key, row[key]] as const);
  const own = attributes.map((key) => [`attribute:${key}`, row.attributes?.[key]] as const);
  return Object.fromEntries(
    [...named, ...own].flatMap(([key, value]) =>
      value === null || value === undefined || typeof value === "object" ? [] : [[key, String(value)]],
    ),
  );
}
