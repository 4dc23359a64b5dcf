import "server-only";
import type { Pool } from "pg";
import { AppError } from "@/lib/errors";
import { chunkSource } from "@/lib/ingest/chunk-source";
import type { Dialect } from "@/lib/ingest/dialect";
import type { OutTable } from "@/lib/ingest/out-table";
import { type CsvRecord, readRecords } from "@/lib/ingest/read-records";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { poolOf } from "@/lib/server/run/full-run";

type Fault = { line: number; field: string; reason: string };

const AT_ONCE = 10_000;
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
    table: { header: [...header, ...OWN_COLUMNS], rows: rejected(all(), faultsOf(pool, importId), header) },
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
async function* faultsOf(pool: Pool, importId: number): AsyncGenerator<Fault[], void> {
  let [line, id] = [0, 0];
  let open: Fault[] = [];
  for (;;) {
    const { rows } = await pool.query<Fault & { id: number }>(
      `select id, line, field, reason from import_faults where import_id = $1 and (line, id) > ($2, $3)
       order by line, id limit ${AT_ONCE}`,
      [importId, line, id],
    );
    for (const fault of rows) {
      if (open[0] && open[0].line !== fault.line) {
        yield open;
        open = [];
      }
      open.push(fault);
    }
    const last = rows.at(-1);
    if (!last) break;
    ({ line, id } = last);
  }
  if (open.length > 0) yield open;
}
