import "server-only";
import { sql } from "drizzle-orm";
import type { Pool, PoolClient } from "pg";
import type { Day } from "@/lib/core/calendar";
import { type Definition, definitionFor, type Model } from "@/lib/core/health/model";
import type { Playbook } from "@/lib/core/playbook/playbook";
import { PLAYBOOKS } from "@/lib/core/playbook/playbooks";
import type { Ctx } from "@/lib/server/context";
import { loadPlaybooks } from "@/lib/server/load-playbooks";

export type ListedPlaybook = {
  playbook: Playbook;
  /** Names of the bands of the model in force that it is for. */
  bands: string[];
  /** Edited here; the one shipped, if there is one, comes back by a reset. */
  isOwn: boolean;
  isShipped: boolean;
  editedBy: string | null;
  editedOn: Day | null;
};

/** Every playbook: those of the model in force first, in the order of its bands; and the segments that may have their own. */
export async function listPlaybooks(ctx: Ctx): Promise<{ playbooks: ListedPlaybook[]; segments: string[] }> {
  const [all, { rows: own }, { rows: models }, { rows: segments }] = await Promise.all([
    loadPlaybooks(ctx.db.$client as Pool | PoolClient),
    ctx.db.execute<{ key: string; segment: string; editedBy: string | null; editedOn: Day }>(sql`
      select band as key, segment, p.name as "editedBy",
        (updated_at at time zone (select time_zone from settings where id = 1))::date as "editedOn"
      from playbooks left join people p on p.id = updated_by`),
    ctx.db.execute<{ definition: Model }>(sql`
      select definition from model_versions where withdrawn_on is null order by effective_from <= ${ctx.today} desc, version desc limit 1`),
    ctx.db.execute<{ segment: string }>(sql`
      select distinct segment from triage where segment is not null order by segment`),
  ]);
  const model = models[0]?.definition ?? null;
  const order = model ? bandsOf(model, null).map(({ playbook, key }) => playbook ?? key) : [];
  const listed = all.map((playbook): ListedPlaybook => {
    const edited = own.find(({ key, segment }) => key === playbook.key && segment === (playbook.segment ?? ""));
    const bands = model ? bandsOf(model, playbook.segment) : [];
    return {
      playbook,
      bands: bands.filter((band) => (band.playbook ?? band.key) === playbook.key).map(({ name, key }) => name ?? key),
      isOwn: edited !== undefined,
      isShipped: PLAYBOOKS.some(({ key, segment }) => key === playbook.key && segment === playbook.segment),
      editedBy: edited?.editedBy ?? null,
      editedOn: edited?.editedOn ?? null,
    };
  });
  const place = ({ playbook, bands }: ListedPlaybook) =>
    bands.length > 0 ? order.indexOf(playbook.key) : order.length + all.indexOf(playbook);
  listed.sort((a, b) => place(a) - place(b) || (a.playbook.segment ?? "").localeCompare(b.playbook.segment ?? ""));
  return { playbooks: listed, segments: segments.map(({ segment }) => segment) };
}

function bandsOf({ definitions }: Model, segment: string | null): Definition["bands"] {
  return definitionFor({ definitions }, segment, false).bands;
}
