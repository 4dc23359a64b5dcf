import "server-only";
import type { ClientBase } from "pg";
import { type Day, dayOf } from "@/lib/core/calendar";
import type { Tone } from "@/lib/core/health/bands";
import type { BandState } from "@/lib/core/playbook/band-state";
import { planResult } from "@/lib/core/playbook/plan-result";
import { toneOf } from "./carry-states";

/** The tone that an account stands in as clocks see it, and since when. */
export type Standing = { tone: Tone; since: Day };

/** The stay that holds, null while none does. */
export function standingOf({ spells, settled }: Pick<BandState, "spells" | "settled">): Standing | null {
  const spell = spells.findLast(({ tone, left }) => tone === settled && left === null);
  return spell ? { tone: spell.tone, since: dayOf(spell.from) } : null;
}

type Row = { id: number; accountId: number; openedOn: Day; toneThen: number | null; result: string | null };

/** Writes what came of open plans whose account has left the band that they were opened in, once another band holds: better or
 * worse, after how many days. One that led to green is done with it; any other stays open with its result, and what no longer
 * holds is taken back. */
export async function settlePlans(
  client: ClientBase,
  asOf: Day,
  accountIds: readonly number[],
  standings: readonly (Standing | null)[],
): Promise<void> {
  const standing = new Map(accountIds.map((id, i) => [id, standings[i] ?? null]));
  const { rows } = await client.query<Row>(
    `select p.id, p.account_id as "accountId", p.opened_on as "openedOn", p.result, coalesce(p.tone_then, (
        select health_tone from health_day h where h.account_id = p.account_id and h.day between p.opened_on - 30 and p.opened_on
        order by h.day desc limit 1)) as "toneThen"
     from plans p where p.status = 'open' and p.opened_on <= $2 and p.account_id = any($1)`,
    [accountIds, asOf],
  );
  const settled = rows.flatMap(({ id, accountId, openedOn, toneThen, result }) => {
    const now = standing.get(accountId);
    if (!now) return [];
    const isAfter = now.since > openedOn;
    const came = isAfter
      ? planResult(openedOn, { from: toneOf(toneThen), to: now.tone, on: now.since, by: "data" })
      : null;
    const words = came?.words ?? null;
    return words === result
      ? []
      : [{ id, accountId, words, isDone: came?.result === "improved" && now.tone === "green" }];
  });
  if (settled.length === 0) return;
  await client.query(
    `with said as (select * from unnest($1::int[], $2::text[], $3::bool[]) s (id, result, is_done)),
       written as (
         update plans p set result = s.result,
           status = case when s.is_done then 'done' else p.status end, closed_on = case when s.is_done then $4::date end
         from said s where p.id = s.id returning p.id, p.account_id, p.result, p.status)
     insert into audit (actor, entry, account_id, subject, after)
     select 'job:run', case status when 'done' then 'plan.closed' else 'plan.result' end, account_id, 'plan:' || id,
       jsonb_build_object('status', status, 'result', result) from written`,
    [settled.map(({ id }) => id), settled.map(({ words }) => words), settled.map(({ isDone }) => isDone), asOf],
  );
}
