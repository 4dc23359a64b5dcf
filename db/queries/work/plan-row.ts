import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { TRIAGE_FACTS, type TriageRow } from "@/db/queries/list-triage";
import type { Day } from "@/lib/core/calendar";
import type { WrittenPlan } from "@/lib/core/playbook/written-plan";
import type { Ctx } from "@/lib/server/context";
import { workedBooks } from "@/lib/server/worked-books";

/** A plan with its account as of the current run, and how the reader stands to the account. */
export type PlanListRow = WrittenPlan &
  Omit<TriageRow, "coverage" | "priority"> & {
    planId: number;
    version: number;
    play: string | null;
    owner: string | null;
    ownerEmail: string | null;
    sponsor: string | null;
    measureFrom: number | null;
    submittedBy: string | null;
    submittedOn: Day | null;
    approver: string | null;
    approvedOn: Day | null;
    returnedBy: string | null;
    returnedNote: string | null;
    completeOn: Day | null;
    closedOn: Day | null;
    status: "open" | "done" | "dropped";
    result: string | null;
  };

/** The tables of a list of plans: `p` the plan, `a` its account, `t` its row of the current run, its owners `csm` and `am`. */
export const PLAN_TABLES = sql`plans p join accounts a on a.id = p.account_id left join triage t on t.account_id = a.id
  left join people o on o.id = p.owner_id left join people csm on csm.id = t.csm_id left join people am on am.id = t.am_id`;

/** The columns of a row of such a list. */
export function planColumns(ctx: Ctx): SQL {
  const person = (column: SQL) => sql`(select name from people where id = ${column})`;
  return sql`p.id as "planId", p.version, a.id as "accountId", a.slug, a.name, coalesce(t.tone, 0)::int as tone, t.band,
    t.band_since as "bandSince", t.arr_cents as "arrCents", p.kind, p.cause, p.play, p.goal, p.goal_agreed_on as "goalAgreedOn",
    p.measure_key as "measureKey", p.measure_from as "measureFrom", p.measure_to as "measureTo", p.next_step as "nextStep",
    p.due_on as "dueOn", p.owner_id as "ownerId", o.name as owner, o.email as "ownerEmail", p.sponsor_id as "sponsorId",
    ${person(sql`p.sponsor_id`)} as sponsor, p.opened_on as "openedOn", p.complete_on as "completeOn",
    p.closed_on as "closedOn", p.status, p.result, ${person(sql`p.submitted_by`)} as "submittedBy",
    p.submitted_on as "submittedOn", p.approved_by as "approvedBy", ${person(sql`p.approved_by`)} as approver,
    p.approved_on as "approvedOn", ${person(sql`p.returned_by`)} as "returnedBy", p.returned_note as "returnedNote",
    ${TRIAGE_FACTS}, coalesce(t.csm_id = ${workedBooks(ctx)}, false) or coalesce(t.am_id = ${workedBooks(ctx)}, false) as own,
    coalesce(${readerOf(ctx)} in (csm.manager_id, am.manager_id), false) as team`;
}

/** The person who reads; none for programs. */
export function readerOf({ actor }: Ctx): number {
  return actor.kind === "person" ? actor.personId : -1;
}
