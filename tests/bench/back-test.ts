import { addDays } from "@/lib/core/calendar";
import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import { CARD, type CardColumns, healthColumns } from "@/lib/core/health/health-columns";
import { emptyScoreColumns, scoreColumns } from "@/lib/core/health/score-columns";
import { type ComputedBook, computeBook } from "@/lib/server/run/compute-book";
import { loadRunModel } from "@/lib/server/run/load-run-model";
import { readWhole } from "@/lib/server/run/read-whole";
import type { BenchDatabase } from "./bench-database";
import { median, sideBySide } from "./compare";

const DATES = 24;
const APART = 3;

/** G9: a back-test over 24 dates beside 24 times what a night's features take, and what a candidate model costs per account and
 * date once the readings are there. */
export async function backTest({ pool, today }: BenchDatabase) {
  const days = Array.from({ length: DATES }, (_, i) => addDays(today, -APART * i));
  let books: ComputedBook[] = [];
  const overDates = () =>
    readWhole(pool, async (client) => {
      books = [];
      const model = await loadRunModel(client, today);
      for (const day of days) books.push(await computeBook(client, day, { model }));
    });
  const nights = async () => {
    for (let night = 0; night < DATES; night++) await readWhole(pool, (client) => computeBook(client, today));
  };
  const times = await sideBySide({ overDates, nights }, 3);
  return { ...times, ...candidate(books), accounts: books[0]?.scored.n ?? 0 };
}

/** Nanoseconds of the processor for score and health an account and date, of the default definition's accounts. */
function candidate(books: readonly ComputedBook[]) {
  const groups = books.flatMap(({ model, scored }) => {
    const columns = scored.columns[0];
    const n = columns?.[0]?.length ?? 0;
    return columns && n > 0
      ? [{ compiled: model.compiled[0] as CompiledDefinition, columns, n, people: withoutCards(n) }]
      : [];
  });
  const accountDates = groups.reduce((sum, { n }) => sum + n, 0);
  const into = emptyScoreColumns(Math.max(...groups.map(({ n }) => n)));
  const times = Array.from({ length: 9 }, () => {
    const started = process.cpuUsage();
    for (const { compiled, columns, n, people } of groups)
      healthColumns(compiled, scoreColumns(compiled, columns, n, into), people, columns, n);
    return process.cpuUsage(started).user;
  });
  return { accountDates, candidateNanos: (median(times) * 1e3) / accountDates };
}

function withoutCards(n: number): CardColumns {
  return { score: new Float64Array(n), rank: new Int8Array(n), standing: new Uint8Array(n).fill(CARD.NONE) };
}
