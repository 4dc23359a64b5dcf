import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import type { Guarded } from "./holds/guard-run";
import type { HeldRow } from "./holds/held-rows";
import { historyTable } from "./holds/history-table";

const LIVE = "exists (select from settings where go_live_on is null or go_live_on <= $1::date)";

/** How an account stood in the run that people saw. */
export type Stood = Pick<HeldRow, "accountId" | "tone" | "bandKey" | "health"> & { runId: number };

interface Announced extends Pick<Guarded, "held" | "heldBefore"> {
  /** The table with the rows that people are about to see. */
  next: string;
  /** Of a revision: the accounts scored, and of those whose tone is another now or that are held, how they stood. Null where all
   * are scored, and triage still holds what people see. */
  of: { accountIds: readonly number[]; moved: readonly Stood[] } | null;
  /** Accounts whose health fell by 10 points in 14 days, or by nearly that. */
  fallen: readonly number[];
}

/** Owes the notices of a run: bands that changed, sudden falls, divergences that opened. None before go-live. What is held is
 * told neither as it comes nor as it goes. */
export async function announceRun(client: ClientBase, asOf: Day, run: Announced): Promise<void> {
  if (run.of?.moved.length !== 0) await announceBandChanges(client, asOf, run);
  if (run.fallen.length > 0) await announceFalls(client, asOf, run);
  await announceDivergences(client, asOf, run);
}

const unnested = (types: readonly string[], first: number) =>
  `unnest(${types.map((type, i) => `$${first + i}::${type}[]`).join(", ")})`;
const STOOD = ["int", "int2", "text", "float8"];
const NAMES = "(account_id, tone, band, health)";

function arrays(rows: readonly Pick<Stood, "accountId" | "tone" | "bandKey" | "health">[]) {
  return [
    rows.map(({ accountId }) => accountId),
    rows.map(({ tone }) => tone),
    rows.map(({ bandKey }) => bandKey),
    rows.map(({ health }) => health),
  ];
}

/** Rows of a table with what is held in place of what was computed. */
const seen = (table: string, held: number) =>
  `(select r.account_id, r.run_id, coalesce(h.tone, r.tone) as tone,
      case when h.account_id is null then r.band else h.band end as band,
      case when h.account_id is null then r.health else h.health end as health
    from ${table} r left join ${unnested(STOOD, held)} h ${NAMES} using (account_id))`;

async function announceBandChanges(client: ClientBase, asOf: Day, run: Announced): Promise<void> {
  const { next, of, held, heldBefore } = run;
  const old = of
    ? `(select * from ${unnested([...STOOD, "int"], 10)} stood (account_id, tone, band, health, run_id))`
    : "triage";
  const moved = of ? [...arrays(of.moved), of.moved.map(({ runId }) => runId)] : [];
  await client.query(
    `insert into outbox (dedupe_key, kind, payload)
     select format('band:%s:%s:%s>%s', next.account_id, $1::text, old.band, next.band), 'band_changed',
       jsonb_build_object('accountId', next.account_id, 'asOf', $1::text, 'runId', next.run_id,
         'from', old.band, 'to', next.band, 'tone', next.tone, 'healthBefore', old.health, 'health', next.health,
         'byModel', scored_before.scoring_version is distinct from scored_now.scoring_version)
     from ${seen(next, 6)} next join ${seen(old, 2)} old using (account_id)
     join runs now on now.id = next.run_id left join runs before on before.id = old.run_id
     join model_versions scored_now on scored_now.version = now.model_version
     left join model_versions scored_before on scored_before.version = before.model_version
     where next.tone <> old.tone and next.tone > 0 and old.tone > 0 and ${LIVE}
     on conflict (dedupe_key) do nothing`,
    [asOf, ...arrays(heldBefore), ...arrays(held), ...moved],
  );
}

// A fall is seen on each of the fourteen days after it: it is told on the first, by the same model as it was measured from.
async function announceFalls(client: ClientBase, asOf: Day, { next, held, fallen }: Announced): Promise<void> {
  await client.query(
    `with fell as materialized (
       select next.account_id, old.health as before, next.health
       from ${seen(next, 2)} next join runs now on now.id = next.run_id
       join ${await historyTable(client)} old on old.account_id = next.account_id and old.health_tone is not null
         and old.model_version in (select alike.version from model_versions alike join model_versions mine using (scoring_version)
           where mine.version = now.model_version) and old.day = (
           select max(day) from portfolio_day where dimension = 'all' and day between $1::date - 20 and $1::date - 14)
       where next.account_id = any($6) and next.tone > 0 and old.health - next.health >= 10 and ${LIVE})
     insert into outbox (dedupe_key, kind, payload)
     select format('fall:%s:%s', account_id, $1::text), 'sudden_fall',
       jsonb_build_object('accountId', account_id, 'asOf', $1::text, 'from', before, 'to', health)
     from fell where not exists (
       select from generate_series(1, 14) back
       join outbox told on told.dedupe_key = format('fall:%s:%s', account_id, $1::date - back)
       where case when told.kind = 'sudden_fall' then (told.payload->>'to')::float8 - fell.health < 10 end)
     on conflict (dedupe_key) do nothing`,
    [asOf, ...arrays(held), fallen],
  );
}

// What its owner left unsettled, or has become severe, is told once more, to the manager whose it has become.
async function announceDivergences(client: ClientBase, asOf: Day, { next, of }: Announced): Promise<void> {
  await client.query(
    `insert into outbox (dedupe_key, kind, payload)
     select format('divergence:%s', d.id) || case when is_late then ':late' when is_raised then ':severe' else '' end, 'divergence_opened',
       jsonb_build_object('accountId', account_id, 'asOf', $1::text, 'sign', sign, 'gap', gap, 'severe', severe,
         'personId', owner_id, 'dueOn', due_on) || case when is_late then '{"isLate": true}' else '{}' end::jsonb
     from divergences d join ${next} next using (account_id)
     cross join lateral (select due_on < $1::date as is_late, severe_since = $1::date and (opened_on < $1::date or exists (
       select from outbox told where told.dedupe_key = format('divergence:%s', d.id) and not (told.payload->>'severe')::bool)) as is_raised) l
     where (opened_on = $1::date or is_raised or is_late and due_on >= $1::date - 7)
       and closed_on is null and settled_on is null and ($2::int[] is null or d.account_id = any($2)) and ${LIVE}
     on conflict (dedupe_key) do nothing`,
    [asOf, of?.accountIds ?? null],
  );
}
