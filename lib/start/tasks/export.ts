import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { exportTables } from "@/lib/commands/export-tables";
import { isDay } from "@/lib/core/calendar";
import { AppError } from "@/lib/errors";
import type { OutTable } from "@/lib/ingest/out-table";
import { TABLES } from "@/lib/ingest/tables";
import { writeCsv } from "@/lib/ingest/write-csv";
import { writeXlsx } from "@/lib/ingest/write-xlsx";
import { systemContext } from "@/lib/server/context";

const USAGE = "npm run export -- [--table TABLE … | --all] [--out DIR] [--format csv|xlsx] [--asof YYYY-MM-DD]";

const { values } = parseArgs({
  options: {
    table: { type: "string", multiple: true, default: [] },
    all: { type: "boolean", default: false },
    out: { type: "string", default: "." },
    format: { type: "string", default: "csv" },
    asof: { type: "string" },
  },
});

/** Writes tables as files that `npm run import` reads back: one snapshot of them all. */
async function main() {
  const { all, out, format, asof } = values;
  const tables = all ? [...TABLES.keys()] : values.table;
  if (tables.length === 0 || (format !== "csv" && format !== "xlsx") || (asof !== undefined && !isDay(asof)))
    throw new AppError("invalid", `${USAGE}\nTables: ${[...TABLES.keys()].join(", ")}.`);
  const ctx = await systemContext("export");
  await mkdir(out, { recursive: true });
  const write = async (table: string, rows: OutTable) => {
    const path = join(out, `${table}_${asof ?? ctx.today}.${format}`);
    if (format === "xlsx") await writeFile(path, await writeXlsx(rows, table));
    else await pipeline(Readable.from(writeCsv(rows)), createWriteStream(path));
    return path;
  };
  for (const { table, rows, result } of await exportTables(ctx, { tables, asOf: asof ?? null }, write))
    console.log(`${table}: ${rows} rows → ${result}`);
}

main()
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  })
  .finally(closeDatabase);
