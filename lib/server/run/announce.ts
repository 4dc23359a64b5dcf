import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";

const LIVE = "exists (select from settings where go_live_on is null or go_live_on <= $1::date)";

/** Owes the notices of a run whose rows stand in `next` and are about to replace those of triage: bands that changed, sudden
 * falls, divergences that opened. None before go-live. */
export async function announceRun(client: ClientBase, next: string, asOf: Day): Promise<void> {
  await announceBandChanges(client, next, asOf);
  await announceFalls(client, next, asOf);
  await announceDivergences(client, next, asOf);
}

async function announceBandChanges(client: ClientBase, next: string, asOf: Day): Promise<void> {
  await client.query(
    `insert into outbox (dedupe_key, kind, payload)
     select format('band:%s:%s:%s>%s', next.account_id, $1::text, old.band, next.band), 'band_changed',
       jsonb_build_object('accountId', next.account_id, 'asOf', $1::text, 'runId', next.run_id,
         'from', old.band, 'to', next.band, 'tone', next.tone, 'healthBefore', old.health, 'health', next.health,
         'byModel', before.model_version is distinct from now.model_version)
     from ${next} next join triage old using (account_id)
     join runs now on now.id = next.run_id left join runs before on before.id = old.run_id
     where next.tone <> old.tone and next.tone > 0 and old.tone > 0 and ${LIVE}
     on conflict (dedupe_key) do nothing`,
    [asOf],
  );
}

// A fall is seen on each of the fourteen days after it: it is told on the first, by the same model as it was measured from.
async function announceFalls(client: ClientBase, next: string, asOf: Day): Promise<void> {
  await client.query(
    `insert into outbox (dedupe_key, kind, payload)
     select format('fall:%s:%s', next.account_id, $1::text), 'sudden_fall',
       jsonb_build_object('accountId', next.account_id, 'asOf', $1::text, 'from', old.health, 'to', next.health)
     from ${next} next join runs now on now.id = next.run_id
     join health_day old on old.account_id = next.account_id and old.health_tone is not null
       and old.model_version = now.model_version and old.day = (
         select max(day) from portfolio_day where dimension = 'all' and day between $1::date - 20 and $1::date - 14)
     where next.tone > 0 and old.health - next.health >= 10 and ${LIVE}
       and not exists (
         select from generate_series(1, 14) back
         join outbox told on told.dedupe_key = format('fall:%s:%s', next.account_id, $1::date - back))
     on conflict (dedupe_key) do nothing`,
    [asOf],
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
}
