import type { Pool } from "pg";
import { AppError } from "@/lib/errors";
import type { FileToApply, ReadableFile } from "./apply-file";
import { chunkSource } from "./chunk-source";
import type { Dialect } from "./dialect";
import type { Mapping } from "./mapping";
import { TABLES } from "./tables";

export interface SessionFile {
  importId: number;
  file: Omit<FileToApply, "today" | "workspace" | "onRecords">;
}

type Row = { id: number; name: string; table: string; dialect: Dialect; mapping: Mapping | null };

/** What refers comes after what it refers to; how things ended comes last. */
const ORDER = ["people", "accounts", "contracts"];
const LAST = ["scorecards", "outcomes"];
const placeOf = (table: string) =>
  ORDER.includes(table) ? ORDER.indexOf(table) : LAST.includes(table) ? 100 + LAST.indexOf(table) : 50;

/** The files of a session that are still to be written, in the order in which they are. */
export async function sessionFiles(pool: Pool, sessionId: number): Promise<SessionFile[]> {
  const { rows } = await pool.query<Row & { status: string }>(
    `select id, file_name as name, table_name as "table", dialect, mapping, status from imports
     where session_id = $1 and dialect is not null order by id`,
    [sessionId],
  );
  const linked = new Map<number, ReadableFile>(
    rows.map((row) => [row.id, { source: chunkSource(pool, row.id, row.name), dialect: row.dialect }]),
  );
  return rows
    .filter(({ status }) => status !== "imported" && status !== "undone")
    .sort((a, b) => placeOf(a.table) - placeOf(b.table) || a.id - b.id)
    .map(({ id, name, table, dialect, mapping }) => {
      const spec = TABLES.get(table);
      if (!spec) throw new AppError("invalid", `Say first what is in ${name}.`);
      return { importId: id, file: { source: chunkSource(pool, id, name), dialect, spec, mapping, linked } };
    });
}
