import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { relation } from "@/db/queries/card-parts";
import type { Amount } from "@/db/queries/get-standing";
import { type TriageFilter, triageWhere } from "@/db/queries/triage-filter";
import type { ListKey } from "@/lib/core/portfolio/lists";
import type { ListMember } from "@/lib/core/portfolio/member-why";
import type { Ctx } from "@/lib/server/context";
import { DECIDE_BY, listCondition, referenceContacts } from "./list-condition";
import { listExpansion } from "./list-expansion";

type Scope = Pick<TriageFilter, "book" | "segment">;

const BY_ARR = sql`t.arr_cents desc nulls last, t.account_id`;

/** The accounts on a list, in its order. */
export async function listMembers(ctx: Ctx, list: ListKey, scope: Scope, limit: number): Promise<ListMember[]> {
  const found = await membersOf(ctx, list, scope);
  const { rows } = await ctx.db.execute<Omit<ListMember, "why">>(sql`
    select t.account_id as "accountId", t.slug, t.name, t.segment, csm.name as csm, am.name as am, d.name as decider,
      t.arr_cents as "arrCents", t.ends_on as "endsOn", t.decide_by as "decideBy", t.health, t.tone::int as tone,
      t.band_since as "bandSince", t.delta_30 as "delta30", t.card_state as "cardState", t.card_due_on as "cardDueOn",
      audited.held_on as "auditedOn", audited.verdict, audited.by as "auditedBy",
      decided.decided_on as "decidedOn", decided.kind as decision, ${DECIDE_BY} as "termDecideBy",
      ${list === "references" ? sql`array(select name || ', ' || role from (${referenceContacts(ctx)}) c order by 1)` : sql`'{}'::text[]`} as contacts,
      ${relation(ctx)}
    from triage t
    left join people csm on csm.id = t.csm_id left join people am on am.id = t.am_id
    left join people d on d.id = coalesce(csm.manager_id, am.manager_id)
    left join lateral (select held_on, verdict, p.name as by from reviews r left join people p on p.id = r.signed_by
      where r.account_id = t.account_id and r.kind = 'audit' and held_on is not null
      order by held_on desc, r.id desc limit 1) audited on ${list === "audit"}
    left join lateral (select decided_on, kind from decisions x
      where x.account_id = t.account_id order by decided_on desc, id desc limit 1) decided on ${list === "red"}
    where ${found.where}
    order by ${orderOf(list)} limit ${limit}`);
  return rows.map((row) => ({ ...row, why: found.why.get(row.accountId) ?? [] }));
}

/** How many accounts a list holds, and what they are worth. */
export async function countMembers(ctx: Ctx, list: ListKey, scope: Scope): Promise<Amount> {
  const { where } = await membersOf(ctx, list, scope);
  const { rows } = await ctx.db.execute<Amount>(sql`
    select count(*)::int as accounts, coalesce(sum(t.arr_cents), 0)::bigint as "arrCents",
      (count(*) - count(t.arr_cents))::int as "withoutRate"
    from triage t where ${where}`);
  return rows[0] as Amount;
}

/** Ids of a list's accounts, ascending: what a subscription remembers. */
export async function listMemberIds(ctx: Ctx, list: ListKey, scope: Scope): Promise<number[]> {
  const { where } = await membersOf(ctx, list, scope);
  const { rows } = await ctx.db.execute<{ id: number }>(
    sql`select t.account_id as id from triage t where ${where} order by 1`,
  );
  return rows.map(({ id }) => id);
}

async function membersOf(
  ctx: Ctx,
  list: ListKey,
  scope: Scope,
): Promise<{ where: SQL; why: ReadonlyMap<number, string[]> }> {
  if (list !== "expansion")
    return { where: sql`${triageWhere(ctx, scope)} and ${listCondition(ctx, list)}`, why: new Map() };
  const why = await listExpansion(ctx, scope);
  return { where: triageWhere(ctx, { ...scope, accountIds: [...why.keys()] }), why };
}

function orderOf(list: ListKey): SQL {
  switch (list) {
    case "audit":
      return sql`audited.held_on nulls first, ${BY_ARR}`;
    case "red":
      return sql`d.name nulls last, ${BY_ARR}`;
    case "falling":
      return sql`t.delta_30, t.account_id`;
    case "renewals":
      return sql`t.decide_by, ${BY_ARR}`;
    case "undecided":
      return sql`${DECIDE_BY}, ${BY_ARR}`;
    default:
      return BY_ARR;
  }
}
