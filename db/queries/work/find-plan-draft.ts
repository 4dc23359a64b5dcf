import "server-only";
import { sql } from "drizzle-orm";
import { getChange } from "@/db/queries/get-change";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getDecomposition } from "@/db/queries/get-decomposition";
import { addDays, type Day } from "@/lib/core/calendar";
import { whyRows } from "@/lib/core/health/why";
import { causeOf } from "@/lib/core/playbook/cause-of";
import type { Cause } from "@/lib/core/playbook/causes";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { PLAN_TABLES, type PlanListRow, planColumns } from "./plan-row";

/** What a plan's form begins with. */
export type PlanDraft = {
  accountId: number;
  /** The plan that is open already: it is changed, not a second one opened. */
  plan: PlanListRow | null;
  /** The cause that the change of health since `since` speaks for; where nothing changed (null), what it loses today. */
  suggestion: { cause: Cause; share: number; since: Day | null; measures: string[] } | null;
  /** The measures of the account's score with today's reading, in words and as a number; those that lose most first. */
  measures: { key: string; name: string; reading: string; value: number | null }[];
  /** Who may stand behind a recovery plan: executives, managers, administrators. */
  sponsors: { personId: number; name: string }[];
};

const USUAL_DAYS = 30;

/** What is known of an account before its plan is written. Null where there is no such account, or the actor may not see it. */
export async function findPlanDraft(ctx: Ctx, slug: string): Promise<PlanDraft | null> {
  const { rows } = await ctx.db.execute<{ accountId: number; bandSince: Day | null }>(sql`
    select a.id as "accountId", t.band_since as "bandSince" from accounts a left join triage t on t.account_id = a.id
    where a.slug = ${slug} and ${visibleAccounts(ctx, sql`a.id`)}`);
  const [account] = rows;
  if (!account) return null;
  const { accountId, bandSince } = account;
  const [{ rows: plans }, { rows: sponsors }, run] = await Promise.all([
    ctx.db.execute<PlanListRow>(sql`
      select ${planColumns(ctx)} from ${PLAN_TABLES} where p.account_id = ${accountId} and p.status = 'open'
      order by p.kind = 'recovery' desc, p.opened_on desc, p.id desc limit 1`),
    ctx.db.execute<PlanDraft["sponsors"][number]>(sql`
      select id as "personId", name from people where status <> 'deactivated' and id in (
        select person_id from person_roles where role in ('viewer', 'manager', 'admin')) order by name`),
    getCurrentRun(ctx),
  ]);
  const begin = { accountId, plan: plans[0] ?? null, sponsors };
  const asOf = run?.asOf ?? ctx.today;
  const since = addDays(bandSince ?? addDays(asOf, 1 - USUAL_DAYS), -1);
  const now = await getDecomposition(ctx, accountId, { asOf });
  if (!now) return { ...begin, suggestion: null, measures: [] };
  const why = whyRows(now.scored, now.definition, { asOf, feeds: run?.feeds ?? [], daysAsCustomer: null });
  const values = new Map(now.definition.measures.map(({ key }, i) => [key, now.scored.encoded[i]]));
  return {
    ...begin,
    suggestion: await suggested(ctx, accountId, { since, asOf, lost: why }),
    measures: why.map(({ key, name, reading }) => ({ key, name, reading, value: numberOf(values.get(key)) })),
  };
}

type Lost = readonly { key: string; earned: number; possible: number }[];

async function suggested(
  ctx: Ctx,
  accountId: number,
  { since, asOf, lost }: { since: Day; asOf: Day; lost: Lost },
): Promise<PlanDraft["suggestion"]> {
  const { change } = await getChange(ctx, accountId, since, asOf);
  const fell = change && causeOf(change);
  if (fell && change.change < 0) return { ...fell, since };
  const standing = causeOf({
    parts: lost.map(({ key, earned, possible }) => ({ kind: "data", key, part: earned - possible })),
  });
  return standing && { ...standing, since: null };
}

function numberOf(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? Math.round(value * 10) / 10 : null;
}
