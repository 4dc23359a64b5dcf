import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Book, triageWhere } from "@/db/queries/triage-filter";
import type { Day } from "@/lib/core/calendar";
import type { Sign } from "@/lib/core/scorecard/divergence";
import type { Ctx } from "@/lib/server/context";

export type DivergenceState = "open" | "overdue" | "settled" | "closed";
export type DivergenceFilter = {
  book: Book;
  state: DivergenceState;
  sign?: Sign | undefined;
  severe?: boolean | undefined;
  /** Owned by the one who asks: theirs to settle. */
  mine?: boolean | undefined;
};

export type DivergenceRow = {
  id: number;
  accountId: number;
  slug: string;
  name: string;
  sign: Sign;
  gap: number;
  severe: boolean;
  openedOn: Day;
  dueOn: Day;
  owner: string | null;
  ownerRole: "am" | "csm" | "manager";
  settledOn: Day | null;
  settledBy: string | null;
  closedOn: Day | null;
  resolution: "numbers_right" | "people_right" | "both_right" | "data_wrong" | null;
  whoWasRight: "numbers" | "people" | "both" | "neither" | null;
  /** As of the current run. */
  arrCents: number | null;
  score: number | null;
  qualitative: number | null;
  health: number | null;
  scoreTone: number;
  peopleTone: number;
  tone: number;
};

/** The disagreements of a book in a state: those that wait, by due date and size; settled and closed ones latest first. */
export async function listDivergenceRows(ctx: Ctx, filter: DivergenceFilter, limit = 500): Promise<DivergenceRow[]> {
  const { rows } = await ctx.db.execute<DivergenceRow>(sql`
    select d.id, d.account_id as "accountId", t.slug, t.name, d.sign, d.gap, d.severe, d.opened_on as "openedOn",
      d.due_on as "dueOn", owner.name as owner, d.owner_role as "ownerRole", d.settled_on as "settledOn",
      settler.name as "settledBy", d.closed_on as "closedOn", d.resolution, d.who_was_right as "whoWasRight",
      t.arr_cents as "arrCents", t.score, t.qualitative, t.health, t.score_tone as "scoreTone",
      t.people_tone as "peopleTone", t.tone
    from ${source(ctx, filter)}
    left join people owner on owner.id = d.owner_id left join people settler on settler.id = d.settled_by
    order by ${filter.state === "open" || filter.state === "overdue" ? sql`d.due_on, d.severe desc, d.gap desc` : sql`coalesce(d.settled_on, d.closed_on) desc`}, d.id
    limit ${limit}`);
  return rows;
}

export type DivergenceCounts = Record<DivergenceState | "hiddenRisk" | "falseAlarm" | "severe" | "mine", number> & {
  openArrCents: number;
};

/** How many disagreements of a book stand in each state, and of the open ones how many of each kind. */
export async function countDivergences(ctx: Ctx, book: Book): Promise<DivergenceCounts> {
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  const open = IN_STATE.open(ctx);
  const { rows } = await ctx.db.execute<DivergenceCounts>(sql`
    select count(*) filter (where ${open})::int as open, count(*) filter (where ${IN_STATE.overdue(ctx)})::int as overdue,
      count(*) filter (where ${IN_STATE.settled(ctx)})::int as settled,
      count(*) filter (where ${IN_STATE.closed(ctx)})::int as closed,
      count(*) filter (where ${open} and d.sign = 'hidden_risk')::int as "hiddenRisk",
      count(*) filter (where ${open} and d.sign = 'false_alarm')::int as "falseAlarm",
      count(*) filter (where ${open} and d.severe)::int as severe,
      count(*) filter (where ${open} and d.owner_id = ${me})::int as mine,
      coalesce(sum(t.arr_cents) filter (where ${open}), 0)::bigint as "openArrCents"
    from divergences d join triage t on t.account_id = d.account_id
    where d.opened_on <= ${ctx.today} and ${triageWhere(ctx, { book })}`);
  return rows[0] as DivergenceCounts;
}

const IN_STATE: Record<DivergenceState, (ctx: Ctx) => SQL> = {
  open: () => sql`(d.closed_on is null and d.settled_on is null)`,
  overdue: (ctx) => sql`(d.closed_on is null and d.settled_on is null and d.due_on < ${ctx.today})`,
  settled: () => sql`(d.settled_on is not null)`,
  closed: () => sql`(d.settled_on is null and d.closed_on is not null)`,
};

function source(ctx: Ctx, { book, state, sign, severe, mine }: DivergenceFilter): SQL {
  const parts = [sql`d.opened_on <= ${ctx.today}`, IN_STATE[state](ctx), triageWhere(ctx, { book })];
  if (sign) parts.push(sql`d.sign = ${sign}`);
  if (severe) parts.push(sql`d.severe`);
  if (mine) parts.push(sql`d.owner_id = ${ctx.actor.kind === "person" ? ctx.actor.personId : -1}`);
  return sql`(select d.* from divergences d join triage t on t.account_id = d.account_id where ${sql.join(parts, sql` and `)}) d
    join triage t on t.account_id = d.account_id`;
}
