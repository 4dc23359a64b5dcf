import "server-only";
import { type CopyColumn, copyColumns } from "@/db/days/copy-columns";
import { daysRemembered, monthOf } from "@/lib/core/calendar";
import type { Said } from "@/lib/core/validation/cohort";
import type { Ctx } from "@/lib/server/context";
import { readWhole } from "@/lib/server/run/read-whole";

/** An account and the number of a day. */
export type Cut = { accountId: number; day: number };

/** With the author of the scorecard that was in force, where asked for. */
export type Known = Said & { authorId: number | null };

/** Days before the cut within which a scored day stands for it: history is kept by the week. */
const GRID_DAYS = 7;

const EPOCH = "date '1970-01-01'";
const whole: CopyColumn = { type: "int4", absent: 0 };
const real: CopyColumn = { type: "float8", absent: Number.NaN };
const COLUMNS = [whole, whole, whole, real, real, real, whole, whole, whole, whole];

/** What was known of accounts by the days of their cuts (published, else replayed), in the order of the cuts; null where there is
 * nothing. Nothing of a later day enters. Cuts of a month are asked together: then two months of history alone are searched. */
export async function listKnownBefore(
  ctx: Ctx,
  cuts: readonly Cut[],
  { withAuthors }: { withAuthors: boolean },
): Promise<(Known | null)[]> {
  const dayOf = daysRemembered();
  const months = new Map<string, number[]>();
  for (const [place, { day }] of cuts.entries()) {
    const month = monthOf(dayOf(day));
    const places = months.get(month);
    if (places) places.push(place);
    else months.set(month, [place]);
  }
  const queries = [...months].map(([month, places]) => ({
    sql: sqlOf(month, cuts, places, withAuthors),
    columns: COLUMNS,
  }));
  const known = new Array<Known | null>(cuts.length).fill(null);
  for (const columns of await readWhole(ctx.db, (client) => copyColumns(client, queries))) {
    const [places, days, replayed, scores, people, healths, ...codes] = columns as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      ...Float64Array[],
    ];
    const [scoreTones, peopleTones, healthTones, authors] = codes as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (let i = 0; i < places.length; i++)
      known[places[i] as number] = {
        day: dayOf(days[i] as number),
        source: replayed[i] ? "replayed" : "published",
        score: orNull(scores[i]),
        people: orNull(people[i]),
        health: orNull(healths[i]),
        scoreTone: scoreTones[i] as number,
        peopleTone: peopleTones[i] as number,
        healthTone: healthTones[i] as number,
        authorId: authors[i] || null,
      };
  }
  return known;
}

/** Scores are kept as float4; by way of text they are the numbers that people read. */
function sqlOf(month: string, cuts: readonly Cut[], places: readonly number[], withAuthors: boolean): string {
  const listOf = (read: (cut: Cut) => number) => places.map((place) => Math.trunc(read(cuts[place] as Cut))).join(",");
  const author = withAuthors
    ? `(select s.author_id from scorecards s where s.account_id = c.account and s.submitted_on <= d.day
        order by s.period desc, s.version desc limit 1)`
    : "null::int";
  return `select c.place, d.day - ${EPOCH}, d.replayed::int, d.score::text::float8, d.qualitative::text::float8, d.health::text::float8,
      d.score_tone::int, d.people_tone::int, d.health_tone::int, ${author}
    from unnest('{${listOf(({ accountId }) => accountId)}}'::int[], '{${listOf(({ day }) => day)}}'::int[],
      '{${places.join(",")}}'::int[]) c (account, cut, place)
    cross join lateral (select * from health_day h where h.account_id = c.account
      and h.day <= ${EPOCH} + c.cut and h.day > ${EPOCH} + c.cut - ${GRID_DAYS}
      and h.day > date '${month}-01' - ${GRID_DAYS} and h.day < (date '${month}-01' + interval '1 month')::date
      order by h.day desc limit 1) d`;
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
