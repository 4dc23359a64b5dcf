import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

type Range = { from: Day | null; to: Day | null };

export type DivergenceRecord = {
  id: number;
  externalId: string;
  sign: "hidden_risk" | "false_alarm";
  gap: number;
  tones: number;
  severe: boolean;
  openedOn: Day;
  dueOn: Day;
  owner: string | null;
  ownerRole: string;
  settledOn: Day | null;
  settledBy: string | null;
  resolution: string | null;
  note: string | null;
  closedOn: Day | null;
  whoWasRight: string | null;
};

interface DivergenceFilter {
  state?: "open" | "settled" | "closed" | undefined;
  sign?: "hidden_risk" | "false_alarm" | undefined;
  severe?: true | undefined;
  accountId?: number | undefined;
  opened?: Range | undefined;
}

const STATES = {
  open: sql`d.closed_on is null and d.settled_on is null`,
  settled: sql`d.closed_on is null and d.settled_on is not null`,
  closed: sql`d.closed_on is not null`,
};

/** Divergences that opened by today, the newest first, after one of them. */
export async function listDivergences(
  ctx: Ctx,
  { state, sign, severe, accountId, opened }: DivergenceFilter,
  { after, limit }: { after: { openedOn: Day; id: number } | null; limit: number },
): Promise<DivergenceRecord[]> {
  const { rows } = await ctx.db.execute<DivergenceRecord>(sql`
    select d.id, a.external_id as "externalId", d.sign, d.gap, d.tones::int as tones, d.severe, d.opened_on as "openedOn", d.due_on as "dueOn",
      owner.email as owner, d.owner_role as "ownerRole", d.settled_on as "settledOn", settler.email as "settledBy", d.resolution, d.note,
      d.closed_on as "closedOn", d.who_was_right as "whoWasRight"
    from divergences d join accounts a on a.id = d.account_id
    left join people owner on owner.id = d.owner_id left join people settler on settler.id = d.settled_by
    where ${every(
      visibleAccounts(ctx, sql`d.account_id`),
      sql`d.opened_on <= ${ctx.today}`,
      state && STATES[state],
      sign && sql`d.sign = ${sign}`,
      severe && sql`d.severe`,
      accountId !== undefined && sql`d.account_id = ${accountId}`,
      within(sql`d.opened_on`, opened),
      after && sql`(d.opened_on, d.id) < (${after.openedOn}::date, ${after.id}::int)`,
    )} order by d.opened_on desc, d.id desc limit ${limit}`);
  return rows;
}

export type OutcomeRecord = {
  accountId: number;
  externalId: string;
  id: string;
  kind: "renewed" | "expanded" | "downsold" | "churned";
  decidedOn: Day;
  effectiveOn: Day;
  beforeCents: number | null;
  afterCents: number | null;
  currency: string | null;
  cause: string | null;
  avoidable: boolean | null;
  note: string | null;
};

interface OutcomeFilter {
  kind?: OutcomeRecord["kind"] | undefined;
  accountId?: number | undefined;
  decided?: Range | undefined;
}

/** What customers decided by today, the newest first, after one of them. */
export async function listOutcomes(
  ctx: Ctx,
  { kind, accountId, decided }: OutcomeFilter,
  { after, limit }: { after: Pick<OutcomeRecord, "decidedOn" | "accountId" | "id"> | null; limit: number },
): Promise<OutcomeRecord[]> {
  const { rows } = await ctx.db.execute<OutcomeRecord>(sql`
    select o.account_id as "accountId", a.external_id as "externalId", o.external_id as id, o.kind, o.decided_on as "decidedOn",
      o.effective_on as "effectiveOn", o.arr_before_cents as "beforeCents", o.arr_after_cents as "afterCents", o.currency, o.cause, o.avoidable, o.note
    from outcomes o join accounts a on a.id = o.account_id
    where ${every(
      visibleAccounts(ctx, sql`o.account_id`),
      sql`o.decided_on <= ${ctx.today}`,
      kind && sql`o.kind = ${kind}`,
      accountId !== undefined && sql`o.account_id = ${accountId}`,
      within(sql`o.decided_on`, decided),
      after &&
        sql`(o.decided_on, o.account_id, o.external_id) < (${after.decidedOn}::date, ${after.accountId}::int, ${after.id}::text)`,
    )} order by o.decided_on desc, o.account_id desc, o.external_id desc limit ${limit}`);
  return rows;
}

function every(...parts: readonly (SQL | false | null | undefined)[]): SQL {
  return sql.join(
    parts.filter((part) => part instanceof Object),
    sql` and `,
  );
}

function within(column: SQL, range: Range | undefined): SQL | undefined {
  return (
    range &&
    sql`(${range.from}::date is null or ${column} >= ${range.from}) and (${range.to}::date is null or ${column} <= ${range.to})`
  );
}
