import "server-only";
import { AppError } from "@/lib/errors";
import { chunkSource } from "@/lib/ingest/chunk-source";
import type { Dialect } from "@/lib/ingest/dialect";
import type { OutTable } from "@/lib/ingest/out-table";
import { type Fault, readFaults } from "@/lib/ingest/read-faults";
import { type CsvRecord, readRecords } from "@/lib/ingest/read-records";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { poolOf } from "@/lib/server/run/full-run";

const OWN_COLUMNS = ["_row", "_field", "_error"];

/** The rejected records of an import as they came, each with its line, the column at fault and the reason: mended, the file
 * can be imported as it is. For those who may import. */
export async function getErrorFile(ctx: Ctx, importId: number): Promise<{ name: string; table: OutTable }> {
  await authorize(ctx, "import:run");
  const pool = poolOf(ctx);
  const { rows } = await pool.query<{ name: string; dialect: Dialect | null }>(
    "select file_name as name, dialect from imports where id = $1 and session_id is not null",
    [importId],
  );
  const [found] = rows;
  if (!found?.dialect) throw new AppError("not_found", "There is no such import, or its file is kept no longer.");
  const records = readRecords(chunkSource(pool, importId, found.name), found.dialect);
  const first = await records.next();
  const header = first.done ? [] : Object.keys(first.value.cells).filter((name) => !OWN_COLUMNS.includes(name));
  async function* all(): AsyncGenerator<CsvRecord> {
    if (!first.done) yield first.value;
    yield* records;
  }
  const name = `${found.name.replace(/\.\w+$/, "")}_errors.csv`;
  return {
    name,
    table: { header: [...header, ...OWN_COLUMNS], rows: rejected(all(), byLine(readFaults(pool, importId)), header) },
  };
}

async function* rejected(records: AsyncIterable<CsvRecord>, faults: AsyncIterator<Fault[]>, header: readonly string[]) {
  let next = await faults.next();
  for await (const { line, cells } of records) {
    while (!next.done && (next.value[0]?.line ?? 0) < line) next = await faults.next();
    if (next.done) return;
    if (next.value[0]?.line !== line) continue;
    const fields = [...new Set(next.value.map(({ field }) => field))].join(", ");
    const reasons = next.value.map(({ reason }) => reason).join("; ");
    yield [...header.map((name) => cells[name] ?? ""), line, fields, reasons];
  }
}

/** The faults of each line, in order. */
async function* byLine(faults: AsyncIterable<Fault>): AsyncGenerator<Fault[], void> {
  let open: Fault[] = [];
  for await (const fault of faults) {
    if (open[0] && open[0].line !== fault.line) {
      yield open;
      open = [];
    }
    open.push(fault);
  }
  if (open.length > 0) yield open;
}
