import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import type { Answers } from "@/lib/core/scorecard/answers";
import type { Sign } from "@/lib/core/scorecard/divergence";

/** The latest divergence of an account as it stood on a day. */
export type KnownDivergence = {
  id: number;
  sign: Sign;
  gap: number;
  severe: boolean;
  /** When it became severe first; null where it had not by the day. */
  severeSince: Day | null;
  openedOn: Day;
  dueOn: Day;
  scorecardId: number | null;
  ownerId: number | null;
  ownerRole: string;
  closedOn: Day | null;
  settledOn: Day | null;
  /** Its size when it was settled, and the answers that it was about then. */
  settledGap: number;
  answers: Answers | null;
};

const LATEST = `select distinct on (account_id) * from divergences where opened_on <= $1
  order by account_id, opened_on desc, id desc`;
const LATEST_OF_SOME = `select latest.* from unnest($2::int[]) a (id) cross join lateral (
  select * from divergences where account_id = a.id and opened_on <= $1 order by opened_on desc, id desc limit 1) latest`;

/** The latest divergence of each account opened by a day; what was closed or settled later still stands open. */
export async function loadDivergences(
  client: ClientBase,
  asOf: Day,
  accountIds?: readonly number[],
): Promise<Map<number, KnownDivergence>> {
  const { rows } = await client.query<KnownDivergence & { accountId: number }>(
    `select d.account_id as "accountId", d.id, d.sign, d.gap, d.severe,
       d.opened_on as "openedOn", d.due_on as "dueOn", d.scorecard_id as "scorecardId", d.owner_id as "ownerId", d.owner_role as "ownerRole",
       case when d.severe_since <= $1 then d.severe_since end as "severeSince",
       case when d.closed_on <= $1 then d.closed_on end as "closedOn",
       case when d.settled_on <= $1 then d.settled_on end as "settledOn",
       coalesce(d.settled_gap, d.gap) as "settledGap",
       case when d.settled_on is not null then (
         select jsonb_build_object('champion', champion, 'executive', executive, 'outcome', outcome)
         from scorecards where scorecards.id = d.scorecard_id) end as answers
     from (${accountIds ? LATEST_OF_SOME : LATEST}) d`,
    accountIds ? [asOf, accountIds] : [asOf],
  );
  return new Map(rows.map(({ accountId, ...known }) => [accountId, known]));
}
