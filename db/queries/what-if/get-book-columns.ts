import "server-only";
import type { ClientBase } from "pg";
import { copyColumns } from "@/db/days/copy-columns";
import { readingKeys } from "@/lib/core/health/compile-definition";
import { namedDefinitions } from "@/lib/core/health/named-definitions";
import { encodeBook, type GroupReadings } from "@/lib/core/what-if/book-columns";
import type { Ctx } from "@/lib/server/context";
import { cardFacts } from "@/lib/server/run/card-columns";
import { loadBook } from "@/lib/server/run/load-book";
import { loadCardRules } from "@/lib/server/run/load-card-rules";
import { loadCards } from "@/lib/server/run/load-cards";
import { loadDivergences } from "@/lib/server/run/load-divergences";
import { readWhole } from "@/lib/server/run/read-whole";
import { currentRun, type TriedRun, tagOf } from "./current-run";
import { assertWholeBook } from "./of-whole-book";

/** Bytes with the tag that they are known by; null where the asker has them already. */
export type TaggedBytes = { tag: string; bytes: Uint8Array | null };

/** The current run's accounts as columns, largest ARR first: readings as they are stored, scorecards before any model, and what
 * people see. For those who may read the whole book. */
export async function getBookColumns(ctx: Ctx, runId: number, known?: string | null): Promise<TaggedBytes> {
  await assertWholeBook(ctx);
  return readWhole(ctx.db, async (client) => {
    const run = await currentRun(client, runId);
    const tag = tagOf(run, "columns");
    return { tag, bytes: tag === known ? null : await encoded(client, run) };
  });
}

async function encoded(client: ClientBase, run: TriedRun): Promise<Uint8Array> {
  const { runId, revision, asOf, version, model, currency } = run;
  const { accountIds, columns } = await storedRows(client, run);
  const [, arr, csms, definition, score, scoreBand, health, band, ...readings] = columns as [
    Float64Array,
    ...Float64Array[],
  ];
  const n = accountIds.length;
  const book = await loadBook(client, asOf);
  const place = new Map(Array.from(book.accountIds, (id, at) => [id, at]));
  const segments = [...new Set(book.segment)].filter((segment) => segment !== null).sort();
  const people = await namesOf(client, csms as Float64Array);
  const csmAt = new Map(people.map(({ id }, i) => [id, i]));
  const at = <V>(values: readonly V[], i: number) => values[place.get(accountIds[i] as number) ?? -1];
  const rules = await loadCardRules(client, asOf);
  const cards = await loadCards(client, asOf, rules);
  const divergences = await loadDivergences(client, asOf);
  const rowsOf = (_: number, i: number) => i;
  return encodeBook(
    {
      about: { runId, revision, asOf, version, model, currency, segments, csms: people, waiting: 0 },
      accountIds,
      arr: arr as Float64Array,
      segment: Int16Array.from({ length: n }, (_, i) => segments.indexOf(at(book.segment, i) ?? "")),
      csm: Int16Array.from(csms as Float64Array, (id) => csmAt.get(id) ?? -1),
      onboarding: Uint8Array.from({ length: n }, (_, i) => (at(book.isOnboarding, i) ? 1 : 0)),
      cards: cardFacts([...accountIds], asOf, cards, divergences),
      published: {
        definition: Uint8Array.from(definition as Float64Array),
        score: score as Float64Array,
        scoreBand: Int8Array.from(scoreBand as Float64Array),
        health: health as Float64Array,
        band: Int8Array.from(band as Float64Array),
      },
      decided: null,
    },
    [...namedDefinitions(model).values()].map((own, d): GroupReadings => {
      const rows = Int32Array.from(accountIds, rowsOf).filter((row) => definition?.[row] === d);
      const columnsOf = readingKeys(own).map((_, i) => Float64Array.from(rows, (row) => readings[i]?.[row] as number));
      return { definition: d, rows, columns: columnsOf };
    }),
  );
}

type Stored = { accountIds: Int32Array; columns: Float64Array[] };

/** The run's rows as columns, largest ARR first: id, ARR, CSM, definition, score and health, each with its band, then the readings. */
async function storedRows(client: ClientBase, { runId, model }: TriedRun): Promise<Stored> {
  const widest = Math.max(...[...namedDefinitions(model).values()].map((own) => readingKeys(own).length));
  const readings = Array.from({ length: widest }, (_, i) => `s.readings[${i + 1}]`);
  const absent = Number.NaN;
  const [columns = []] = await copyColumns(client, [
    {
      sql: `select s.account_id, t.arr_cents, t.csm_id, s.definition, s.score, s.score_band, s.health, s.health_band, ${readings.join(", ")}
        from run_scores s join triage t on t.account_id = s.account_id where s.run_id = ${Number(runId)}
        order by t.arr_cents desc nulls last, s.account_id`,
      columns: [
        { type: "int4", absent },
        { type: "int8", absent },
        { type: "int4", absent },
        { type: "int2", absent },
        { type: "float8", absent },
        { type: "int2", absent: -1 },
        { type: "float8", absent },
        { type: "int2", absent: -1 },
        ...readings.map(() => ({ type: "float8", absent }) as const),
      ],
    },
  ]);
  return { accountIds: Int32Array.from(columns[0] ?? []), columns };
}

async function namesOf(client: ClientBase, ids: Float64Array) {
  const known = [...new Set(ids)].filter((id) => !Number.isNaN(id));
  const { rows } = await client.query<{ id: number; name: string }>(
    "select id, name from people where id = any($1) order by name, id",
    [known],
  );
  return rows;
}
