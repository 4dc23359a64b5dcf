import "server-only";
import type { ClientBase } from "pg";
import { copyColumns } from "@/db/days/copy-columns";
import { BOOK_WIDE, isBookWide, movedByMeasure } from "@/lib/core/guards/book-wide";
import { heldColumns } from "@/lib/core/guards/held-columns";
import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import { roundSix } from "@/lib/core/health/rounding";
import { measureOf } from "@/lib/core/measures/catalogue";
import { definitionRequests } from "@/lib/core/measures/levels";
import type { ComputedBook } from "@/lib/server/run/compute-book";
import { loadBase } from "./effective-book";
import { type OpenHold, subjectsOf } from "./load-holds";

/** For so many days after a hold on it ended, a measure is not held again: it moves back, or people have said that it is real. */
const SETTLED_DAYS = 7;

/** Holds a run back in which one measure moves the whole book against the run of the day before: never on a first run or on
 * another model. `size` is how many accounts the book has. */
export async function judgeBook(
  client: ClientBase,
  computed: ComputedBook,
  effective: ComputedBook,
  { holds, size }: { holds: readonly OpenHold[]; size: number },
): Promise<boolean> {
  const { asOf, model } = computed;
  if (computed.scored.n < BOOK_WIDE.accounts) return false;
  const { rows } = await client.query<{ id: number; version: number; names: string[] }>(
    `select id, (select scoring_version from model_versions where version = model_version) as version, definitions as names
     from runs where status = 'published' and as_of < $1
     order by as_of desc, id desc limit 1`,
    [asOf],
  );
  const [before] = rows;
  if (before?.version !== model.scoringVersion) return false;
  const moved = await movedSince(client, before.id, effective);
  if (!isBookWide(moved.length, size)) return false;
  const counts = await countByMeasure(client, before.id, { effective, holds, moved });
  const found = [...counts].filter(([, count]) => isBookWide(count, size));
  for (const [measure, count] of found)
    await openHold(client, computed, measure, { baseRun: before.id, moved: count, accounts: size });
  return found.length > 0;
}

/** Places of the accounts whose health has moved by more than 5 points since a run, as consequences see it. */
async function movedSince(client: ClientBase, runId: number, { book, scored }: ComputedBook): Promise<number[]> {
  const [[ids, healths] = []] = await copyColumns(client, [
    {
      sql: `select s.account_id, case when h.account_id is null then s.health when h.tone > 0 then h.health end
        from run_scores s join runs r on r.id = s.run_id
        left join held_days h on h.account_id = s.account_id and h.day = r.as_of
        where s.run_id = ${Math.trunc(runId)} and coalesce(h.tone, s.health_band) is not null`,
      columns: [
        { type: "int4", absent: Number.NaN },
        { type: "float8", absent: Number.NaN },
      ],
    },
  ]);
  const before = new Map(Array.from(ids ?? [], (id, i) => [id, healths?.[i] as number]));
  return [...book.accountIds.keys()].filter((i) => {
    const change = Math.abs((scored.health[i] as number) - (before.get(book.accountIds[i] as number) ?? Number.NaN));
    return (scored.healthBand[i] as number) >= 0 && roundSix(change) > BOOK_WIDE.points;
  });
}

type Moves = { effective: ComputedBook; holds: readonly OpenHold[]; moved: readonly number[] };

/** How many of the moved accounts each measure moved alone; what is held already counts for none. */
async function countByMeasure(
  client: ClientBase,
  runId: number,
  { effective, holds, moved }: Moves,
): Promise<Map<string, number>> {
  const { model, scored, book } = effective;
  const base = await loadBase(client, runId, effective);
  const counts = new Map<string, number>();
  for (const [d, definition] of model.definitions.entries()) {
    const compiled = model.compiled[d] as CompiledDefinition;
    const columns = scored.columns[d];
    const group = moved.filter((i) => {
      const row = base.rows.get(book.accountIds[i] as number);
      return scored.definition[i] === d && row?.definition === d;
    });
    if (!columns || group.length === 0) continue;
    const now = columns.map((column) =>
      Float64Array.from(group, (i) => column[scored.position[i] as number] as number),
    );
    const then = columns.map((_, column) =>
      Float64Array.from(group, (i) => base.rows.get(book.accountIds[i] as number)?.readings[column] as number),
    );
    const isMoved = movedByMeasure(
      compiled,
      now,
      then,
      group.map(() => true),
    );
    const held = heldColumns(definition, subjectsOf(holds));
    for (const [column, { key, calendar }] of definition.measures.entries())
      if (!held.includes(column) && !calendar)
        counts.set(key, (counts.get(key) ?? 0) + (isMoved[column] as boolean[]).filter(Boolean).length);
  }
  return counts;
}

async function openHold(
  client: ClientBase,
  { asOf, model }: ComputedBook,
  measure: string,
  found: { baseRun: number; moved: number; accounts: number },
): Promise<void> {
  const feeds = model.definitions.flatMap((definition) =>
    definitionRequests(definition).flatMap(({ key, levels }) =>
      key === measure ? (measureOf(key, levels).feed ?? []) : [],
    ),
  );
  await client.query(
    `insert into holds (kind, subject, opened_on, detail, releases_at)
     select 'book_wide', $1, $2, $3, now() + interval '${BOOK_WIDE.holdHours} hours'
     where not exists (select from holds where released_at is not null and (detail->>'releasedOn')::date >= $2::date - ${SETTLED_DAYS}
       and (kind = 'book_wide' and subject = $1 or kind = 'feed' and subject = any($4)))
     on conflict do nothing`,
    [measure, asOf, JSON.stringify({ since: asOf, ...found }), feeds],
  );
}
