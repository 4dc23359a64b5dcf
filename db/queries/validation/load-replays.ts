import "server-only";
import { sql } from "drizzle-orm";
import { type CopyColumn, copyColumns } from "@/db/days/copy-columns";
import { type Day, dayNumber, daysRemembered } from "@/lib/core/calendar";
import type { Decision } from "@/lib/core/validation/cohort";
import type { Ctx } from "@/lib/server/context";
import { readWhole } from "@/lib/server/run/read-whole";

/** What a version of the model said of an account on a day, by the number of the day; null where that is not computed yet. */
export type SaidBy = (accountId: number, day: number) => Decision["version"];

const whole: CopyColumn = { type: "int4", absent: Number.NaN };
const real: CopyColumn = { type: "float8", absent: Number.NaN };
const TONES = ["score_tone", "people_tone", "health_tone"];
const NUMBERS = ["score", "qualitative", "health"];
const FIRST_READING = 11;

/** What a version of the model, or one that scores alike, is kept to have said, at once for every account and cut: as columns,
 * since rows of readings cost ten times as much. Without `withReadings` its scores alone. */
export async function loadReplays(ctx: Ctx, version: number, withReadings: boolean): Promise<SaidBy> {
  const { rows } = await ctx.db.execute<{ kept: number; since: Day; readings: number }>(sql`
    select v.scoring_version as kept, (
        select min(greatest(alike.effective_from, (alike.published_at at time zone 'utc')::date))
        from model_versions alike where alike.scoring_version = v.scoring_version) as since,
      (select coalesce(max(cardinality(readings)), 0) from decision_replays r where r.version = v.scoring_version) as readings
    from model_versions v where v.version = ${version}`);
  const { kept = version, since = "9999-12-31", readings = 0 } = rows[0] ?? {};
  const read = Array.from({ length: withReadings ? readings : 0 }, (_, i) => `readings[${i + 1}]`);
  const columns = [...NUMBERS, ...read];
  const [found = []] = await readWhole(ctx.db, (client) =>
    copyColumns(client, [
      {
        sql: `select account_id, day - date '1970-01-01', published::int, coalesce(definition, -1)::int,
          coalesce(cardinality(readings), -1), ${TONES.map((tone) => `${tone}::int`).join(", ")}, ${columns.join(", ")}
          from decision_replays where version = ${Math.trunc(kept)}`,
        columns: [...Array.from({ length: 5 + TONES.length }, () => whole), ...columns.map(() => real)],
      },
    ]),
  );
  const [ids = new Float64Array(), days = ids] = found;
  // The last place of an account, and of each place the one before it of the same account.
  const last = new Map<number, number>();
  const before = new Int32Array(ids.length);
  for (let place = 0; place < ids.length; place++) {
    before[place] = last.get(ids[place] as number) ?? -1;
    last.set(ids[place] as number, place);
  }
  const at = (column: number, place: number) => (found[column] as Float64Array)[place] as number;
  // A copy of numbers to write into: a list that grows, or that is made for anything, takes several times as long.
  const blank = new Array<number>(readings).fill(Number.NaN);
  const readingsAt = (place: number, filled: number) => {
    const into = blank.slice(0, filled);
    for (let i = 0; i < filled; i++) into[i] = at(FIRST_READING + i, place);
    return into;
  };
  const [dayOf, sinceNumber] = [daysRemembered(), dayNumber(since)];
  return (accountId, day) => {
    let place = last.get(accountId) ?? -1;
    while (place >= 0 && days[place] !== day) place = before[place] as number;
    if (place < 0) return null;
    const [definition, filled] = [at(3, place), at(4, place)];
    return {
      day: dayOf(day),
      source: at(2, place) === 1 ? "published" : sinceNumber > day ? "hindsight" : "replayed",
      score: orNull(at(8, place)),
      people: orNull(at(9, place)),
      health: orNull(at(10, place)),
      scoreTone: at(5, place),
      peopleTone: at(6, place),
      healthTone: at(7, place),
      definition: definition < 0 ? null : definition,
      readings: filled < 0 || !withReadings ? null : readingsAt(place, filled),
    };
  };
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
