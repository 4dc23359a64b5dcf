import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { ReasonKind } from "@/lib/core/portfolio/reasons";
import type { Ctx } from "@/lib/server/context";
import { MATTER } from "@/lib/server/matter";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { workedBooks } from "@/lib/server/worked-books";
import { causeKey } from "./cause-key";

/** Whose accounts: one's own book, one's team's, one person's, those without an owner, or all. */
export type Book = "me" | "team" | "all" | "none" | number;

/** From one value to another, both included; null is open. */
type Range<Value> = { from: Value | null; to: Value | null };

/** What a list of accounts is narrowed by; absent is everything. Tones: 0 no score, 1 red, 2 yellow, 3 green. */
export type TriageFilter = {
  book: Book;
  q?: string | undefined;
  tones?: readonly number[] | undefined;
  measured?: readonly number[] | undefined;
  people?: readonly number[] | undefined;
  diverges?: "any" | "severe" | undefined;
  segment?: string | undefined;
  withoutSegment?: boolean | undefined;
  region?: string | undefined;
  tag?: string | undefined;
  /** In minor units of the workspace currency. */
  arrCents?: Range<number> | undefined;
  /** As shown: rounded down. */
  score?: Range<number> | undefined;
  reasons?: readonly ReasonKind[] | undefined;
  /** Renews or decides within so many days. */
  renewsWithin?: number | undefined;
  /** Decides between two days. */
  decides?: Range<Day> | undefined;
  /** Red, or measured better than people say. */
  atRisk?: boolean | undefined;
  /** The cause of the latest open plan: a key of CAUSES, "none" where it names none, "any" for every open plan. */
  cause?: string | undefined;
  /** The accounts of this CSM, or of none. */
  csm?: number | "none" | undefined;
  /** What is owed on them: a review that is late, a card that expired, the plan of a yellow. */
  owes?: Owed | undefined;
  /** Only accounts that give a reason to look. */
  withReason?: boolean | undefined;
  /** Exactly these accounts: what a chart's mark stands for. */
  accountIds?: readonly number[] | undefined;
};

export const OWED = ["review", "card", "plan"] as const;
export type Owed = (typeof OWED)[number];

/** The condition of a filter over `triage t`, visibility included. */
export function triageWhere(ctx: Ctx, filter: TriageFilter): SQL {
  const parts: SQL[] = [visibleAccounts(ctx, sql`t.account_id`), bookCondition(ctx, filter.book)];
  if (filter.q) parts.push(sql`t.name ilike ${`%${filter.q.replace(/[\\%_]/g, "\\$&")}%`}`);
  if (filter.tones?.length) parts.push(sql`t.tone = any(${intArray(filter.tones)})`);
  if (filter.measured?.length) parts.push(sql`t.score_tone = any(${intArray(filter.measured)})`);
  if (filter.people?.length) parts.push(sql`t.people_tone = any(${intArray(filter.people)})`);
  if (filter.diverges) parts.push(sql`t.divergence is not null`);
  if (filter.diverges === "severe") parts.push(sql`t.divergence_severe`);
  if (filter.segment) parts.push(sql`t.segment = ${filter.segment}`);
  if (filter.withoutSegment) parts.push(sql`t.segment is null`);
  if (filter.region)
    parts.push(sql`t.account_id in (select id from accounts where lower(region) = lower(${filter.region}))`);
  if (filter.tag) parts.push(sql`t.account_id in (select account_id from account_tags where tag = ${filter.tag})`);
  if (filter.arrCents) parts.push(within(sql`t.arr_cents`, filter.arrCents, sql`bigint`));
  if (filter.score) parts.push(within(sql`floor(round(t.score::numeric, 6))`, filter.score, sql`numeric`));
  if (filter.decides) parts.push(within(sql`t.decide_by`, filter.decides, sql`date`));
  if (filter.reasons?.length) parts.push(reasonCondition(filter.reasons));
  if (filter.renewsWithin !== undefined) parts.push(renewsCondition(ctx, filter.renewsWithin));
  if (filter.cause === "any") parts.push(sql`${causeNow()} is not null`);
  else if (filter.cause) parts.push(sql`${causeNow()} = ${filter.cause}`);
  if (filter.atRisk) parts.push(AT_RISK);
  if (filter.csm !== undefined)
    parts.push(filter.csm === "none" ? sql`t.csm_id is null` : sql`t.csm_id = ${filter.csm}`);
  if (filter.owes) parts.push({ review: LATE_REVIEW, card: STALE_CARD, plan: LATE_PLAN }[filter.owes]);
  if (filter.withReason) parts.push(sql`t.reason is not null`, unmarked(ctx));
  if (filter.accountIds) parts.push(sql`t.account_id = any(${intArray(filter.accountIds)})`);
  return sql.join(parts, sql` and `);
}

/** The cause of the latest open plan of `triage t`; null without one. */
export function causeNow(): SQL {
  return sql`(select ${causeKey(sql`p.cause`)} from plans p where p.account_id = t.account_id and p.status = 'open'
    order by p.id desc limit 1)`;
}

/** Red, or a hidden risk: measured better than people say. */
export const AT_RISK = sql`(t.tone = 1 or t.divergence is not distinct from 'hidden_risk')`;

/** A review of `triage t` is late; its scorecard has expired; it is yellow, and its plan is not there in time. */
export const LATE_REVIEW = hasBreached("review");
export const STALE_CARD = sql`t.card_state = 'expired'`;
export const LATE_PLAN = sql`(t.tone = 2 and ${hasBreached("plan")})`;

function hasBreached(kind: string): SQL {
  return sql`exists (select from clocks c where c.account_id = t.account_id and c.kind = ${kind} and c.state = 'breached')`;
}

/** The condition that nobody has dealt with a row: not done, nor snoozed until later, for all that is the matter with it now. */
function unmarked(ctx: Ctx): SQL {
  return sql`not exists (select from triage_marks m where m.account_id = t.account_id
    and (m.kind = 'done' or m.until > ${ctx.today}::date)
    and not exists (select from jsonb_array_elements(t.reasons) r (one) where ${sql.raw(MATTER)} <> all (m.reasons)))`;
}

/** The condition that the customer must decide within so many days. */
export function renewsCondition(ctx: Ctx, days: number): SQL {
  return sql`(t.decide_by between ${ctx.today}::date and ${ctx.today}::date + ${days}::int)`;
}

function bookCondition(ctx: Ctx, book: Book): SQL {
  if (book === "all") return sql`true`;
  if (book === "none") return sql`t.csm_id is null and t.am_id is null`;
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  // An array, found once, and not a look at two people for each account.
  const team = sql`any(array(select id from people where manager_id = ${me}))`;
  if (book === "team") return sql`(t.csm_id = ${team} or t.am_id = ${team})`;
  if (book === "me") return sql`(t.csm_id = ${workedBooks(ctx)} or t.am_id = ${workedBooks(ctx)})`;
  return sql`(t.csm_id = ${book} or t.am_id = ${book})`;
}

function within(column: SQL, { from, to }: Range<number | Day>, type: SQL): SQL {
  const [low, high] = [sql`${from}::${type}`, sql`${to}::${type}`];
  return sql`(${column} is not null and (${low} is null or ${column} >= ${low}) and (${high} is null or ${column} <= ${high}))`;
}

function intArray(values: readonly number[]): SQL {
  return sql`${`{${values.join(",")}}`}::int[]`;
}

/** The condition that one of these reasons is among a row's reasons. */
export function reasonCondition(reasons: readonly ReasonKind[]): SQL {
  const path = `$[*] ? (${reasons.map((reason) => `@.key == "${reason}"`).join(" || ")})`;
  return sql`t.reasons @? ${path}::jsonpath`;
}
