import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import { TONES, type Tone } from "@/lib/core/health/bands";
import type { BandDay, ChangedBy } from "@/lib/core/playbook/band-day";
import { type BandState, bandStateAfter, newBandState } from "@/lib/core/playbook/band-state";
import { historyTable } from "@/lib/server/run/holds/history-table";
import { absenceBetween, loadRunDays } from "./absences";
import { loadBandKeys } from "./load-band-keys";

/** A day of an account as health_day has it: tones 1 red, 2 yellow, 3 green, null without a band. */
export type HistoryDay = {
  day: Day;
  tone: number | null;
  health: number | null;
  scoreTone: number | null;
  peopleTone: number | null;
  band: number | null;
  /** The key of the band that clocks see. */
  key: string | null;
  /** The version it is scored as: bands and rules of its model, whatever the words of its answers. */
  scoringVersion: number;
  replayed: boolean;
  liftUnreviewed: boolean;
};

/** An account's history up to a day, as clocks need it, and its last day. */
export type Carried = { state: BandState; last: HistoryDay | null };

type Row = Omit<HistoryDay, "key"> & { id: number; scoreBand: number | null };

/** History of accounts up to the day before, from what earlier runs have kept on: only days that came since are read. What is
 * kept for a later day than is asked about (a run of the past) is read anew. */
export async function carryStates(
  client: ClientBase,
  asOf: Day,
  goLive: Day,
  accountIds: readonly number[],
  segments: readonly (string | null)[],
): Promise<Map<number, Carried>> {
  const segmentOf = new Map(accountIds.map((id, i) => [id, segments[i] ?? null]));
  const keyOf = await loadBandKeys(client);
  const { rows: kept } = await client.query<{ id: number; lastDay: Day; state: Carried }>(
    `select account_id as id, last_day as "lastDay", state from clock_states
     where account_id = any($1) and last_day < $2 and state->'last' ? 'scoringVersion'`,
    [accountIds, asOf],
  );
  const known = new Map(kept.map(({ id, state }) => [id, state]));
  const since = new Map(kept.map(({ id, lastDay }) => [id, lastDay]));
  const { rows } = await client.query<Row>(
    `select h.account_id as id, h.day, h.health_tone as tone, h.health, h.score_tone as "scoreTone",
        h.people_tone as "peopleTone", h.health_band as band, h.score_band as "scoreBand", v.scoring_version as "scoringVersion", h.replayed,
        coalesce(h.score_tone = 1 and (
          h.health_tone = 3 and coalesce(lift.settled_on > h.day, true)
          or h.health_tone = 2 and h.people_tone = 3 and lift.severe_since <= h.day
            and coalesce(least(lift.settled_on, lift.closed_on) > h.day, true)), false)
          as "liftUnreviewed"
      from unnest($1::int[], $2::date[]) a (id, since) join ${await historyTable(client)} h on h.account_id = a.id and h.day > a.since and h.day < $3
      join model_versions v on v.version = h.model_version
      left join lateral (select settled_on, closed_on, severe_since from divergences d
        where d.account_id = h.account_id and d.severe and d.sign = 'false_alarm' and d.opened_on <= h.day and h.score_tone = 1
        order by d.opened_on desc, d.id desc limit 1) lift on true
      order by h.account_id, h.day`,
    [accountIds, accountIds.map((id) => since.get(id) ?? "-infinity"), asOf],
  );
  const runs = await loadRunDays(client, goLive, asOf);
  const days = new Map<number, HistoryDay[]>();
  for (const { id, scoreBand, ...row } of rows) {
    const seen = row.liftUnreviewed ? { tone: row.scoreTone, band: scoreBand } : row;
    const day = { ...row, key: keyOf(row.scoringVersion, segmentOf.get(id) ?? null, seen) };
    const list = days.get(id);
    if (list) list.push(day);
    else days.set(id, [day]);
  }
  const carried = new Map<number, Carried>();
  for (const id of accountIds)
    carried.set(id, after(known.get(id) ?? { state: newBandState(goLive), last: null }, days.get(id) ?? [], runs));
  const moved = accountIds.filter((id) => days.has(id));
  await keep(client, moved, carried);
  for (const [id, { state, last }] of carried) {
    const absence = absenceBetween(runs, last?.day, asOf);
    if (absence) carried.set(id, { state: bandStateAfter(state, [absence]), last });
  }
  return carried;
}

/** The history with more days; between two of them may lie days with a run that the account was not in. */
export function after({ state, last }: Carried, days: readonly HistoryDay[], runs: readonly Day[] = []): Carried {
  let before = last;
  const rows = days.flatMap((day): BandDay[] => {
    const absence = absenceBetween(runs, before?.day, day.day);
    const row = bandDayOf(day, before);
    before = day;
    return absence ? [absence, row] : [row];
  });
  return { state: bandStateAfter(state, rows), last: before };
}

function bandDayOf(day: HistoryDay, before: HistoryDay | null): BandDay {
  return {
    day: day.day,
    tone: toneOf(day.tone),
    health: day.health,
    by: before ? changedBy(day, before) : "data",
    published: !day.replayed,
    band: day.band,
    key: day.key,
    measuredTone: toneOf(day.scoreTone),
    liftUnreviewed: day.liftUnreviewed,
  };
}

/** What moved the band: another model, the score's data, the people's answers; what neither explains, a guardrail or a cap. */
function changedBy(day: HistoryDay, before: HistoryDay): ChangedBy {
  if (day.scoringVersion !== before.scoringVersion) return "model";
  if (day.tone === before.tone || day.scoreTone !== before.scoreTone) return "data";
  return day.peopleTone === before.peopleTone ? "guardrail" : "scorecard";
}

export function toneOf(code: number | null): Tone | null {
  return code ? (TONES[code - 1] ?? null) : null;
}

async function keep(client: ClientBase, accountIds: readonly number[], carried: ReadonlyMap<number, Carried>) {
  if (accountIds.length === 0) return;
  const states = accountIds.map((id) => carried.get(id) as Carried);
  await client.query(
    `insert into clock_states (account_id, last_day, state) select * from unnest($1::int[], $2::date[], $3::jsonb[])
     on conflict (account_id) do update set last_day = excluded.last_day, state = excluded.state`,
    [accountIds, states.map(({ last }) => last?.day), states.map((state) => JSON.stringify(state))],
  );
}
