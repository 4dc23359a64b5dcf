import "server-only";
import { sql } from "drizzle-orm";
import type { Pool, PoolClient } from "pg";
import type { Day } from "@/lib/core/calendar";
import type { Tone } from "@/lib/core/health/bands";
import { definitionFor, type Model } from "@/lib/core/health/model";
import { CAUSES, type Cause } from "@/lib/core/playbook/causes";
import type { OpenedBy } from "@/lib/core/playbook/openings";
import type { OwnerRole, Step } from "@/lib/core/playbook/playbook";
import { playbookOf } from "@/lib/core/playbook/playbook-of";
import type { Play } from "@/lib/core/playbook/plays";
import { playsFor } from "@/lib/core/playbook/plays-for";
import type { Ctx } from "@/lib/server/context";
import { loadPlaybooks } from "@/lib/server/load-playbooks";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type OpenedPlaybook = {
  id: number;
  band: string;
  openedOn: Day;
  openedBy: OpenedBy;
  /** The version that opened it, where a new model did. */
  modelVersion: number | null;
  healthThen: number | null;
  closedOn: Day | null;
  result: string | null;
};
export type OwedDuty = { id: number; text: string; dueOn: Day; state: string; ownerRole: string | null };

/** The playbook that stands open for an account: what opened it, what it obliges to and until when, how its steps are done well,
 * and the plays that fit the cause. */
export type OpenPlaybook = {
  name: string;
  tone: Tone;
  opened: OpenedPlaybook;
  /** A band that a new model alone made of the account; no clock runs on it. */
  byModel: OpenedPlaybook | null;
  duties: OwedDuty[];
  steps: { key: string; title: string; text: string; ownerRole: OwnerRole }[];
  /** Of the open plan; null until a person has named it. */
  cause: Cause | null;
  plays: Pick<Play, "key" | "name" | "when" | "steps" | "check">[];
  /** Playbooks closed before, latest first. */
  past: OpenedPlaybook[];
};

type Standing = {
  segment: string | null;
  daysToDecideBy: number | null;
  cause: string | null;
  paymentsClean: boolean;
  definition: Model;
};

const PAST = 5;
const GRACE_DAYS = 15;

/** What an account's band has opened; null where none is open, or the actor may not see the account. `suggested` stands in for the
 * cause until a plan names one. */
export async function findOpenPlaybook(
  ctx: Ctx,
  accountId: number,
  suggested: Cause | null = null,
): Promise<OpenPlaybook | null> {
  const seen = sql`select a.id from accounts a where a.id = ${accountId} and ${visibleAccounts(ctx, sql`a.id`)}`;
  const [{ rows: opened }, { rows: standings }, { rows: duties }] = await Promise.all([
    ctx.db.execute<OpenedPlaybook>(sql`
      select o.id, o.band, o.opened_on as "openedOn", o.opened_by as "openedBy", o.health_then as "healthThen",
        o.closed_on as "closedOn", o.result, case when o.opened_by = 'model' then h.model_version end as "modelVersion"
      from opened_playbooks o left join health_day h on h.account_id = o.account_id and h.day = o.opened_on
      where o.account_id in (${seen})
      order by o.closed_on is not null, o.opened_on desc, o.id desc limit ${PAST + 2}`),
    ctx.db.execute<Standing>(sql`
      select t.segment, t.decide_by - ${ctx.today}::date as "daysToDecideBy",
        (select cause from plans p where p.account_id = t.account_id and status = 'open' order by id desc limit 1) as cause,
        not exists (select from invoices i where i.account_id = t.account_id and i.paid_on is null and not i.disputed
          and i.due_on < ${ctx.today}::date - ${GRACE_DAYS}::int) as "paymentsClean",
        (select v.definition from runs r join model_versions v on v.version = r.model_version where r.is_current) as definition
      from triage t where t.account_id in (${seen})`),
    ctx.db.execute<OwedDuty & { tone: Tone | null }>(sql`
      select id, text, due_on as "dueOn", state, owner_role as "ownerRole", tone from clocks
      where account_id in (${seen}) and state <> 'stopped' and tone is not null
      order by state <> 'breached', due_on, id`),
  ]);
  const open = opened.filter(({ closedOn }) => closedOn === null);
  const main = open.find(({ openedBy }) => openedBy !== "model") ?? open[0];
  const [standing] = standings;
  if (!main || !standing) return null;
  const definition = definitionFor(standing.definition, standing.segment, false);
  const playbooks = await loadPlaybooks(ctx.db.$client as Pool | PoolClient);
  const band = definition.bands.find(({ key }) => key === main.band);
  const playbook = band
    ? playbookOf(playbooks, band, standing.segment)
    : (playbooks.find(({ key }) => key === main.band) ?? null);
  if (!playbook) return null;
  const named = CAUSES.find((cause) => cause === standing.cause) ?? null;
  return {
    name: band?.name ?? playbook.name,
    tone: playbook.tone,
    opened: main,
    byModel: open.find((other) => other !== main && other.openedBy === "model") ?? null,
    duties: duties.filter(({ tone }) => tone === playbook.tone).map(({ tone: _, ...duty }) => duty),
    steps: playbook.steps.map(({ key, title, text, ownerRole }: Step) => ({ key, title, text, ownerRole })),
    cause: named,
    plays: playsFor({ ...standing, cause: named ?? suggested, tone: playbook.tone }),
    past: opened.filter(({ closedOn }) => closedOn !== null).slice(0, PAST),
  };
}
