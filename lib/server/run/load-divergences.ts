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
  openedOn: Day;
  scorecardId: number | null;
  ownerId: number | null;
  ownerRole: string;
  closedOn: Day | null;
  settledOn: Day | null;
  /** Its size and the answers it was about, when it was settled. */
  settledGap: number;
  answers: Answers | null;
};

/** The latest divergence of each account opened by a day; what was closed or settled later still stands open. */
export async function loadDivergences(
  client: ClientBase,
  asOf: Day,
  accountIds?: readonly number[],
): Promise<Map<number, KnownDivergence>> {
  const { rows } = await client.query<
    KnownDivergence & { accountId: number; champion: Answers["champion"] | null } & Omit<Answers, "champion">
  >(
    `select distinct on (d.account_id) d.account_id as "accountId", d.id, d.sign, d.gap, d.severe,
       d.opened_on as "openedOn", d.scorecard_id as "scorecardId", d.owner_id as "ownerId", d.owner_role as "ownerRole",
       case when d.closed_on <= $1 then d.closed_on end as "closedOn",
       case when d.settled_on <= $1 then d.settled_on end as "settledOn",
       coalesce(d.settled_gap, d.gap) as "settledGap", s.champion, s.executive, s.outcome
     from divergences d left join scorecards s on s.id = d.scorecard_id
     where d.opened_on <= $1 ${accountIds ? "and d.account_id = any($2)" : ""}
     order by d.account_id, d.opened_on desc, d.id desc`,
    accountIds ? [asOf, accountIds] : [asOf],
  );
  return new Map(
    rows.map(({ accountId, champion, executive, outcome, ...known }) => [
      accountId,
      { ...known, answers: champion && { champion, executive, outcome } },
    ]),
  );
}
