import "server-only";
import type { ClientBase } from "pg";

const either = (held: string, computed: string) => `case when d.account_id is null then ${computed} else ${held} end`;

const HELD_ASIDE = `(select h.account_id, h.day, h.people_tone, h.model_version, h.replayed,
    ${either("d.health", "h.health")} as health, ${either("nullif(d.tone, 0)", "h.health_tone")} as health_tone,
    ${either("nullif(d.score_tone, 0)", "h.score_tone")} as score_tone, ${either("d.score_band", "h.score_band")} as score_band,
    ${either("d.band", "h.health_band")} as health_band
  from health_day h left join held_days d on d.account_id = h.account_id and d.day = h.day)`;

/** What stands in a FROM for the history that consequences see: health_day, with held days as they stood for them. */
export async function historyTable(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ any: boolean }>('select exists (select from held_days) as "any"');
  return rows[0]?.any ? HELD_ASIDE : "health_day";
}
