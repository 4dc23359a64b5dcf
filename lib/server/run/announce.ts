import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";

/** Owes a notice for each account whose tone differs between triage and the rows that are about to replace it. None before
 * go-live. */
export async function announceBandChanges(client: ClientBase, next: string, asOf: Day): Promise<void> {
  await client.query(
    `insert into outbox (dedupe_key, kind, payload)
     select format('band:%s:%s:%s>%s', next.account_id, $1::text, old.band, next.band), 'band_changed',
       jsonb_build_object('accountId', next.account_id, 'asOf', $1::text, 'runId', next.run_id,
         'from', old.band, 'to', next.band, 'healthBefore', old.health, 'health', next.health)
     from ${next} next join triage old using (account_id)
     where next.tone <> old.tone and next.tone > 0 and old.tone > 0
       and exists (select from settings where go_live_on is null or go_live_on <= $1::date)
     on conflict (dedupe_key) do nothing`,
    [asOf],
  );
}
