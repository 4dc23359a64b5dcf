import "server-only";
import type { Pool } from "pg";
import { isHeldOut } from "@/lib/core/playbook/hold-out";
import { GO_LIVE } from "./window";

const PLAY = "usage_trigger";

/** Before go-live the demo company held a random half of its accounts out of one play, for a year. Who recovered is what history
 * says of each, and chance took no side in that: the table shows no effect. Comes after the replayed past, whose scores it reads. */
export async function addHoldOut(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ planId: number; accountId: number }>(
    `select distinct on (account_id) id as "planId", account_id as "accountId" from plans
     where cause in ('usage_decline', 'onboarding_gap', 'relationship_loss') and opened_on < $1 and closed_on is not null
     order by account_id, opened_on, id`,
    [GO_LIVE],
  );
  await pool.query(
    `insert into play_draws (account_id, play, drawn_on, held, score_then)
     select p.account_id, $1, p.opened_on, d.held, (select h.score from health_day h where h.account_id = p.account_id
       and h.day between p.opened_on - 6 and p.opened_on and h.score_tone > 0 order by h.day desc limit 1)
     from unnest($2::int[], $3::boolean[]) d(plan_id, held) join plans p on p.id = d.plan_id
     on conflict do nothing`,
    [PLAY, rows.map(({ planId }) => planId), rows.map(({ accountId }) => isHeldOut(PLAY, accountId))],
  );
  await pool.query(
    `update plans p set play = d.play from play_draws d
     where d.account_id = p.account_id and d.drawn_on = p.opened_on and not d.held and p.play is null`,
  );
}
