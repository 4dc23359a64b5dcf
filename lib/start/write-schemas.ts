import { mkdir, writeFile } from "node:fs/promises";
import { tableSchema } from "@/lib/ingest/table-schema";
import { TABLES } from "@/lib/ingest/tables";

/** npm run schemas: writes public/schemas, one Frictionless Table Schema a table, from the tables that an import knows. */
await mkdir("public/schemas", { recursive: true });
for (const spec of TABLES.values())
  await writeFile(`public/schemas/${spec.table}.json`, `${JSON.stringify(tableSchema(spec), null, 2)}\n`);
