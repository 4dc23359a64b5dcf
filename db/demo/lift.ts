import type { PoolClient } from "pg";
import { MANAGERS } from "./people";

/** The manager reviewed helio-grid's lift from red to green: the people were right. It is the disagreement that the run of its first
 * day finds, when the score turned red; it became severe with October's card. All other divergences come from runs. */
export async function reviewHelioLift(client: PoolClient): Promise<void> {
  await client.query(
    `insert into divergences (account_id, sign, gap, tones, severe, severe_since, scorecard_id, opened_on, due_on, owner_id, owner_role,
       resolution, note, settled_by, settled_on, settled_gap, recorded_at)
     select a.id, 'false_alarm', 40, 2, true, '2026-10-12', s.id, '2026-10-02', '2026-10-26', $1, 'manager', 'people_right',
       'Migration is on plan and the board paper for three times the sites is dated 3 December; use comes back in January.',
       $1, '2026-10-19', 40, '2026-10-02 16:00:00+00'
     from accounts a
     join lateral (select id from scorecards where account_id = a.id and submitted_on <= '2026-10-19'
       order by period desc, version desc limit 1) s on true
     where a.slug = 'helio-grid'`,
    [MANAGERS[0]],
  );
}
