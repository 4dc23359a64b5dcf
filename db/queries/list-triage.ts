import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Relation } from "@/lib/core/access";
import type { Day } from "@/lib/core/calendar";
import type { ReasonKind } from "@/lib/core/portfolio/reasons";
import type { Ctx } from "@/lib/server/context";
import { relation } from "./card-parts";
import { type Cursor, pageByKeyset } from "./keyset";
import { reasonCondition, type TriageFilter, triageWhere } from "./triage-filter";

export type TriageRow = Relation & {
  accountId: number;
  slug: string;
  name: string;
  segment: string | null;
  csm: string | null;
  am: string | null;
  arrCents: number | null;
  endsOn: Day | null;
  decideBy: Day | null;
  score: number | null;
  health: number | null;
  qualitative: number | null;
  coverage: number;
  tone: number;
  band: string | null;
  scoreTone: number;
  peopleTone: number;
  bandSince: Day | null;
  delta30: number | null;
  sparkline: number[];
  divergence: "hidden_risk" | "false_alarm" | null;
  divergenceGap: number | null;
  divergenceSevere: boolean;
  cardState: string;
  champion: string | null;
  executive: string | null;
  outcome: string | null;
  lastTouchOn: Day | null;
  priority: number;
  reason: string | null;
  reasonText: string;
};

/** What a list may be sorted by; each has an index, so that page 1,000 costs what page 1 costs. */
export const TRIAGE_SORTS = {
  priority: { column: sql`t.priority`, descending: true },
  arr: { column: sql`t.arr_cents`, descending: true },
  health: { column: sql`t.health`, descending: false },
  change: { column: sql`t.delta_30`, descending: false },
  decide_by: { column: sql`t.decide_by`, descending: false },
  name: { column: sql`t.name`, descending: false },
} as const;
export type TriageSort = keyof typeof TRIAGE_SORTS;

export type TriageCursor = Cursor;
export type TriagePage = { rows: TriageRow[]; next: Cursor | null };

/** What is said of an account `t` with its owners, beside who it is, its band and what it is worth; also where a list joins one
 * that is in no book today. */
export const TRIAGE_FACTS = sql`
  t.segment, csm.name as csm, am.name as am, t.ends_on as "endsOn", t.decide_by as "decideBy", t.score, t.health, t.qualitative,
  t.coverage, coalesce(t.score_tone, 0) as "scoreTone", coalesce(t.people_tone, 0) as "peopleTone", t.delta_30 as "delta30",
  coalesce(t.sparkline, '{}') as sparkline, t.divergence, t.divergence_gap as "divergenceGap",
  coalesce(t.divergence_severe, false) as "divergenceSevere", coalesce(t.card_state, 'none') as "cardState", t.champion,
  t.executive, t.outcome, t.last_touch_on as "lastTouchOn", t.priority, t.reason, coalesce(t.reason_text, '') as "reasonText"`;

/** What a list shows of an account, and how the viewer stands to it. */
export const triageList = (ctx: Ctx): SQL => sql`
  t.account_id as "accountId", t.slug, t.name, t.arr_cents as "arrCents", t.tone, t.band, t.band_since as "bandSince",
  ${TRIAGE_FACTS}, ${relation(ctx)}`;

/** One page of the accounts that pass a filter, by keyset: rows without a sort value come last, in order of id. */
export async function listTriage(
  ctx: Ctx,
  filter: TriageFilter,
  {
    sort = "priority",
    after = null,
    limit = 50,
  }: { sort?: TriageSort; after?: TriageCursor | null; limit?: number } = {},
): Promise<TriagePage> {
  return await pageByKeyset<TriageRow>(ctx, {
    select: triageList(ctx),
    from: sql`triage t left join people csm on csm.id = t.csm_id left join people am on am.id = t.am_id`,
    where: triageWhere(ctx, filter),
    sort: TRIAGE_SORTS[sort],
    after,
    limit,
  });
}

/** The splits of the queue, each with the reasons it gathers. */
export const SPLITS = {
  diverging: ["diverges"],
  dropped: ["dropped", "falling"],
  renewing: ["renews"],
  overdue: ["red", "yellow", "fall", "audit"],
  card: ["card"],
  data: ["data"],
} as const satisfies Record<string, readonly ReasonKind[]>;
export type Split = keyof typeof SPLITS;

export type TriageCounts = Record<Split, number> & { accounts: number; arrCents: number };

/** How many accounts a filter holds, what they are worth, and how many stand in each split. */
export async function countTriage(ctx: Ctx, filter: TriageFilter): Promise<TriageCounts> {
  const splits = Object.entries(SPLITS).map(
    ([split, reasons]) => sql`count(*) filter (where ${reasonCondition(reasons)})::int as ${sql.identifier(split)}`,
  );
  const { rows } = await ctx.db.execute<TriageCounts>(sql`
    select count(*)::int as accounts, coalesce(sum(t.arr_cents), 0)::bigint as "arrCents", ${sql.join(splits, sql`, `)}
    from triage t where ${triageWhere(ctx, filter)}`);
  return rows[0] as TriageCounts;
}
