import "server-only";
import type { PoolClient } from "pg";
import type { Day } from "@/lib/core/calendar";
import { computeBook } from "./compute-book";
import type { RunModel } from "./load-run-model";
import { readingsAt } from "./score-book";
import { toneCode } from "./write-scores";

type CutRow = {
  accountId: number;
  published: boolean;
  score: number | null;
  health: number | null;
  qualitative: number | null;
  scoreTone: number;
  healthTone: number;
  peopleTone: number;
  definition: number | null;
  readings: number[] | null;
};

/** Keeps what a version says of some accounts on a day: as the run published then said where one that scores alike counted, else from
 * what is known of the day. From days before any history nothing is known. */
export async function replayCut(
  client: PoolClient,
  model: RunModel,
  cut: { day: Day; accountIds: readonly number[]; isKnown: boolean },
): Promise<void> {
  const published = cut.isKnown ? await publishedRows(client, model, cut) : [];
  const done = new Set(published.map(({ accountId }) => accountId));
  const rest = cut.accountIds.filter((id) => !done.has(id));
  const replayed = cut.isKnown && rest.length > 0 ? await replayedRows(client, model, cut.day, rest) : [];
  for (const { accountId } of replayed) done.add(accountId);
  const absent = cut.accountIds.filter((id) => !done.has(id)).map(absentRow);
  await client.query(
    `insert into decision_replays (version, account_id, day, published, score, health, qualitative, score_tone, health_tone,
       people_tone, definition, readings)
     select $1, r."accountId", $2, r.published, r.score, r.health, r.qualitative, r."scoreTone", r."healthTone",
       r."peopleTone", r.definition, r.readings::float8[]
     from jsonb_to_recordset($3) r ("accountId" int, published bool, score float8, health float8, qualitative float8,
       "scoreTone" int2, "healthTone" int2, "peopleTone" int2, definition int2, readings text)
     on conflict (version, account_id, day) do nothing`,
    [model.scoringVersion, cut.day, JSON.stringify([...published, ...replayed, ...absent].map(stored))],
  );
}

/** JSON has no word for NaN and infinities: an array's text does. */
function stored({ readings, ...row }: CutRow) {
  return { ...row, readings: readings && `{${readings.join(",")}}` };
}

function absentRow(accountId: number): CutRow {
  return {
    ...{ accountId, published: false, score: null, health: null, qualitative: null },
    ...{ scoreTone: 0, healthTone: 0, peopleTone: 0, definition: null, readings: null },
  };
}

async function replayedRows(
  client: PoolClient,
  model: RunModel,
  day: Day,
  accountIds: readonly number[],
): Promise<CutRow[]> {
  const { book, scored } = await computeBook(client, day, { model, accountIds });
  return Array.from(book.accountIds, (accountId, i) => {
    const definition = scored.definition[i] as number;
    return {
      ...{ accountId, published: false, definition },
      score: orNull(scored.score[i]),
      health: orNull(scored.health[i]),
      qualitative: orNull(scored.qualitative[i]),
      scoreTone: toneCode(model, definition, scored.scoreBand[i] as number),
      healthTone: toneCode(model, definition, scored.healthBand[i] as number),
      peopleTone: (scored.peopleRank[i] as number) + 1,
      readings: [...readingsAt(scored, i)],
    };
  });
}

type PublishedRow = Omit<CutRow, "published" | "scoreTone" | "healthTone" | "definition"> & {
  name: string;
  scoreBand: number | null;
  healthBand: number | null;
};

async function publishedRows(
  client: PoolClient,
  model: RunModel,
  { day, accountIds }: { day: Day; accountIds: readonly number[] },
): Promise<CutRow[]> {
  const { rows } = await client.query<PublishedRow>(
    `select s.account_id as "accountId", s.score, s.health, s.qualitative, coalesce(s.people_tone, 0)::int as "peopleTone",
       s.readings, r.definitions[s.definition + 1] as name, s.score_band as "scoreBand", s.health_band as "healthBand"
     from (select r.id, r.definitions from runs r join model_versions v on v.version = r.model_version
       where r.as_of = $1 and r.status = 'published' and v.scoring_version = $2
       order by r.is_current desc, r.id desc limit 1) r
     join run_scores s on s.run_id = r.id where s.account_id = any ($3)`,
    [day, model.scoringVersion, accountIds],
  );
  return rows.map(({ name, scoreBand, healthBand, ...row }) => {
    const definition = Math.max(0, model.names.indexOf(name));
    return {
      ...{ ...row, published: true, definition },
      scoreTone: toneCode(model, definition, scoreBand ?? -1),
      healthTone: toneCode(model, definition, healthBand ?? -1),
    };
  });
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
