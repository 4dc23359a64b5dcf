import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import type { Guarded } from "./holds/guard-run";
import type { HeldRow } from "./holds/held-rows";
import { historyTable } from "./holds/history-table";

const LIVE = "exists (select from settings where go_live_on is null or go_live_on <= $1::date)";

/** Owes the notices of a run whose rows stand in `next` and are about to replace those of triage: bands that changed, sudden
 * falls, divergences that opened. None before go-live. What is held is told neither as it comes nor as it goes. */
export async function announceRun(
  client: ClientBase,
  next: string,
  asOf: Day,
  { held, heldBefore }: Pick<Guarded, "held" | "heldBefore">,
): Promise<void> {
  await announceBandChanges(client, next, asOf, [...arrays(heldBefore), ...arrays(held)]);
  await announceFalls(client, next, asOf, arrays(held));
  await announceDivergences(client, next, asOf);
}

/** Held accounts as parameters of unnest. */
const HELD = (first: number) =>
  `unnest($${first}::int[], $${first + 1}::int2[], $${first + 2}::text[], $${first + 3}::float8[])`;
const NAMES = "(account_id, tone, band, health)";

function arrays(rows: readonly HeldRow[]) {
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
    from ${table} r left join ${HELD(held)} h ${NAMES} using (account_id))`;

async function announceBandChanges(client: ClientBase, next: string, asOf: Day, held: unknown[]): Promise<void> {
  await client.query(
    `insert into outbox (dedupe_key, kind, payload)
     select format('band:%s:%s:%s>%s', next.account_id, $1::text, old.band, next.band), 'band_changed',
       jsonb_build_object('accountId', next.account_id, 'asOf', $1::text, 'runId', next.run_id,
         'from', old.band, 'to', next.band, 'tone', next.tone, 'healthBefore', old.health, 'health', next.health,
         'byModel', scored_before.scoring_version is distinct from scored_now.scoring_version)
     from ${seen(next, 6)} next join ${seen("triage", 2)} old using (account_id)
     join runs now on now.id = next.run_id left join runs before on before.id = old.run_id
     join model_versions scored_now on scored_now.version = now.model_version
     left join model_versions scored_before on scored_before.version = before.model_version
     where next.tone <> old.tone and next.tone > 0 and old.tone > 0 and ${LIVE}
     on conflict (dedupe_key) do nothing`,
    [asOf, ...held],
  );
}

// A fall is seen on each of the fourteen days after it: it is told on the first, by the same model as it was measured from.
async function announceFalls(client: ClientBase, next: string, asOf: Day, held: unknown[]): Promise<void> {
  await client.query(
    `insert into outbox (dedupe_key, kind, payload)
     select format('fall:%s:%s', next.account_id, $1::text), 'sudden_fall',
       jsonb_build_object('accountId', next.account_id, 'asOf', $1::text, 'from', old.health, 'to', next.health)
     from ${seen(next, 2)} next join runs now on now.id = next.run_id
     join ${await historyTable(client)} old on old.account_id = next.account_id and old.health_tone is not null
       and old.model_version in (select alike.version from model_versions alike join model_versions mine using (scoring_version)
         where mine.version = now.model_version) and old.day = (
         select max(day) from portfolio_day where dimension = 'all' and day between $1::date - 20 and $1::date - 14)
     where next.tone > 0 and old.health - next.health >= 10 and ${LIVE}
       and not exists (
         select from generate_series(1, 14) back
         join outbox told on told.dedupe_key = format('fall:%s:%s', next.account_id, $1::date - back))
     on conflict (dedupe_key) do nothing`,
    [asOf, ...held],
  );
}

async function announceDivergences(client: ClientBase, next: string, asOf: Day): Promise<void> {
  await client.query(
    `insert into outbox (dedupe_key, kind, payload)
     select format('divergence:%s', d.id), 'divergence_opened',
       jsonb_build_object('accountId', account_id, 'asOf', $1::text, 'sign', sign, 'gap', gap, 'severe', severe,
         'personId', owner_id, 'dueOn', due_on)
     from divergences d join ${next} next using (account_id)
     where opened_on = $1::date and closed_on is null and settled_on is null and ${LIVE}
     on conflict (dedupe_key) do nothing`,
    [asOf],
  );
  // What its owner left unsettled is told once more, to the manager whose it has become.
  await client.query(
    `insert into outbox (dedupe_key, kind, payload)
     select format('divergence:%s:late', d.id), 'divergence_opened',
       jsonb_build_object('accountId', account_id, 'asOf', $1::text, 'sign', sign, 'gap', gap, 'severe', severe,
         'personId', owner_id, 'dueOn', due_on, 'isLate', true)
     from divergences d join ${next} next using (account_id)
     where due_on < $1::date and due_on >= $1::date - 7 and closed_on is null and settled_on is null and ${LIVE}
     on conflict (dedupe_key) do nothing`,
    [asOf],
  );
}
