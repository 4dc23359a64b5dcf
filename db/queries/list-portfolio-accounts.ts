import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { runModelOf } from "@/lib/server/run/load-run-model";
import { accountsOn, findScoredDay } from "./accounts-on";
import { findCurrentModel } from "./find-current-model";
import type { Amount } from "./get-standing";
import { type Cursor, pageByKeyset, type SortColumn } from "./keyset";
import { movesBetween } from "./list-migration";
import { type LostFilter, lostAccounts } from "./lost-accounts";
import { measurePoints } from "./measure-points";
import { type TriageFilter, triageWhere } from "./triage-filter";

/** Moves between two days: the pairs of places that count, and whether the model was the same at both. */
export type MovedFilter = {
  from: Day;
  to: Day;
  pairs: readonly (readonly [from: number, to: number])[];
  rescored?: boolean | undefined;
};
/** Which accounts: of the current run, as of a past day, or those that moved. A past day knows bands and owners, not
 * what diverged or was due then. */
export type AccountsFilter = TriageFilter & {
  asOf?: Day | undefined;
  moved?: MovedFilter | undefined;
  /** Those that were lost or reduced in a period, with what was lost. */
  lost?: LostFilter | undefined;
  /** Of the current run: those in whose score this measure counts, with the points that it brings. */
  measure?: string | undefined;
};

export type PortfolioAccount = {
  accountId: number;
  slug: string;
  name: string;
  segment: string | null;
  csm: string | null;
  arrCents: number | null;
  endsOn: Day | null;
  decideBy: Day | null;
  score: number | null;
  health: number | null;
  tone: number;
  scoreTone: number;
  peopleTone: number;
  divergence: "hidden_risk" | "false_alarm" | null;
  divergenceSevere: boolean;
  /** Where it stood at both ends of a period: a tone, or one of OUT and ELSEWHERE. */
  fromPlace: number | null;
  toPlace: number | null;
  /** Of the measure asked for, if any: 0–100, or less. */
  measurePoints?: number;
};
export type AccountSort = "arr" | "health" | "name" | "decide_by" | "measure";

const SORTS: Record<AccountSort, SortColumn> = {
  arr: { column: sql`t.arr_cents`, descending: true },
  health: { column: sql`t.health`, descending: false },
  name: { column: sql`t.name`, descending: false },
  decide_by: { column: sql`t.decide_by`, descending: false },
  measure: { column: sql`t.measure_points`, descending: false },
};

const SELECT = sql`
  t.account_id as "accountId", t.slug, t.name, t.segment, csm.name as csm, t.arr_cents as "arrCents",
  t.ends_on as "endsOn", t.decide_by as "decideBy", t.score, t.health, t.tone::int as tone, t.score_tone as "scoreTone",
  t.people_tone as "peopleTone", t.divergence, t.divergence_severe as "divergenceSevere",
  t.from_place as "fromPlace", t.to_place as "toPlace"`;

/** The order that a list can have: a past day knows no decide-by dates, and points are those of the measure asked for. */
export function sortOf({ asOf, moved, lost, measure }: AccountsFilter, asked: AccountSort): AccountSort {
  const isKnown = asked === "measure" ? measure : asked !== "decide_by" || !(asOf || moved || lost);
  return isKnown ? asked : "arr";
}

/** One page of the accounts behind a number. */
export async function listPortfolioAccounts(
  ctx: Ctx,
  filter: AccountsFilter,
  { sort = "arr", after = null, limit = 50 }: { sort?: AccountSort; after?: Cursor | null; limit?: number } = {},
): Promise<{ rows: PortfolioAccount[]; next: Cursor | null }> {
  const { from, where } = await accountsSource(ctx, filter, true);
  return await pageByKeyset<PortfolioAccount>(ctx, {
    select: filter.measure ? sql`${SELECT}, t.measure_points as "measurePoints"` : SELECT,
    from: sql`${from} left join people csm on csm.id = t.csm_id`,
    where,
    sort: SORTS[sortOf(filter, sort)],
    after,
    limit,
  });
}

/** How many accounts pass a filter and what they are worth: the number that opened the list. */
export async function countPortfolioAccounts(ctx: Ctx, filter: AccountsFilter): Promise<Amount> {
  const { from, where } = await accountsSource(ctx, filter, false);
  const { rows } = await ctx.db.execute<Amount>(sql`
    select count(*)::int as accounts, coalesce(sum(t.arr_cents), 0)::bigint as "arrCents",
      (count(*) - count(t.arr_cents))::int as "withoutRate"
    from ${from} where ${where}`);
  return rows[0] as Amount;
}

/** What the current run alone knows of an account. */
const NOW_ONLY = sql`null::date as ends_on, null::date as decide_by, null::text as divergence, false as divergence_severe`;
const NOWHERE = sql`null::int as from_place, null::int as to_place`;

/** The rows `t` of a filter and its condition; `named` looks up owners and segment of a past day too. */
export async function accountsSource(
  ctx: Ctx,
  filter: AccountsFilter,
  named: boolean,
): Promise<{ from: SQL; where: SQL }> {
  const { asOf, moved, lost, measure, ...current } = filter;
  if (lost) {
    const { book, segment, q } = current;
    return { from: sql`(${lostAccounts(lost)}) t`, where: triageWhere(ctx, { book, segment, q }) };
  }
  if (measure) {
    const model = await findCurrentModel(ctx);
    const points = measurePoints(model ? runModelOf(1, model).compiled : [], measure);
    return {
      from: sql`(select t.*, ${points} as measure_points, ${NOWHERE} from triage t
        join run_scores s on s.run_id = t.run_id and s.account_id = t.account_id) t`,
      where: sql`${triageWhere(ctx, current)} and t.measure_points is not null`,
    };
  }
  if (!asOf && !moved) return { from: sql`(select *, ${NOWHERE} from triage) t`, where: triageWhere(ctx, current) };
  const { book, segment, q, tones, measured, people, region, arrCents, score } = current;
  const past = triageWhere(ctx, { book: "all", q, tones, measured, people, region, arrCents, score });
  if (moved) {
    const [start, end] = await Promise.all([findScoredDay(ctx, moved.from), findScoredDay(ctx, moved.to)]);
    const moves = movesBetween(ctx, { book, segment }, start ?? moved.from, end ?? moved.to, { named });
    return {
      from: sql`(select m.*, a.slug, a.name, ${NOW_ONLY} from (${moves}) m join accounts a on a.id = m.account_id) t`,
      where: sql`${past} and ${movedCondition(moved)}`,
    };
  }
  const day = asOf ? ((await findScoredDay(ctx, asOf)) ?? asOf) : ctx.today;
  const then = accountsOn(ctx, { book, segment }, day, { named });
  return {
    from: sql`(select h.*, a.slug, a.name, ${NOW_ONLY}, ${NOWHERE} from (${then}) h join accounts a on a.id = h.account_id) t`,
    where: past,
  };
}

function movedCondition({ pairs, rescored }: MovedFilter): SQL {
  const cells = pairs.map(([from, to]) => sql`(t.from_place = ${from} and t.to_place = ${to})`);
  const cell = cells.length > 0 ? sql`(${sql.join(cells, sql` or `)})` : sql`true`;
  return rescored === undefined ? cell : sql`${cell} and t.rescored = ${rescored}`;
}
