import { z } from "zod";
import { TABLES } from "@/lib/ingest/tables";
import type { Operation } from "@/lib/server/operation";
import { DayText, Flag, Instant } from "./shapes";

const Ledger = z.strictObject({
  id: z.int(),
  session_id: z.int().nullable(),
  table: z.string(),
  file_name: z.string(),
  status: z.enum(["uploaded", "importing", "imported", "failed", "undone"]),
  needs_mapping: z
    .boolean()
    .meta({ description: "A person says at /data/import how its columns map before it goes in." }),
  accepted: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  waiting: z.int(),
  left_out: z.int(),
  not_read: z.int(),
  first_day: DayText.nullable(),
  last_day: DayText.nullable(),
  error: z.string().nullable(),
  imported_by: z.string(),
  imported_at: Instant,
  errors: z.array(z.strictObject({ line: z.int(), field: z.string(), detail: z.string() })),
});

export const getImport = {
  id: "getImport",
  tag: "Data in",
  method: "GET",
  path: "/imports/{id}",
  permission: "import:run",
  summary: "The ledger of an imported file",
  description: "`errors` names the first 1,000 records that were not taken; the counts are of all.",
  query: z.strictObject({}),
  body: null,
  answer: Ledger,
} satisfies Operation;

export const postImport = {
  id: "postImport",
  tag: "Data in",
  method: "POST",
  path: "/imports",
  // A file may hold people and owners as well.
  permission: "person:manage",
  summary: "Import a file",
  description:
    "The body is the file: CSV, TSV or XLSX, up to 20 MB (larger ones at /data/import or by `npm run import`). A file whose columns are ours, or that a saved mapping knows, is imported at once by the worker: ask GET /imports/{id} until its status is imported. Otherwise `needs_mapping` is true and a person goes on at /data/import.",
  query: z.strictObject({
    file_name: z.string().trim().min(1).max(200).meta({ description: "The file's name, such as usage.csv." }),
    table: z
      .enum([...TABLES.keys()] as [string, ...string[]])
      .optional()
      .meta({ description: "The table it fills; guessed from its columns where left out." }),
    into_demo: Flag.optional().meta({ description: "1: also where the demo company is loaded." }),
  }),
  body: z.string(),
  bodyType: "text/csv",
  answer: Ledger,
  maxBytes: 20_000_000,
} satisfies Operation;

export const undoImport = {
  id: "undoImport",
  tag: "Data in",
  method: "POST",
  path: "/imports/{id}:undo",
  permission: "person:manage",
  summary: "Undo an import",
  description:
    "Restores what was before the file, for 30 days. What something else has changed since stays and is named in `left`. History is replayed by the worker.",
  query: z.strictObject({}),
  body: null,
  answer: z.strictObject({
    file_name: z.string(),
    left: z.array(z.strictObject({ table: z.string(), rows: z.int(), why: z.string() })),
  }),
} satisfies Operation;
