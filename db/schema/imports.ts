import { bigint, boolean, customType, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { day, id, instant, now } from "./columns";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Several files imported together, in any order. `request` is what the worker has been asked to do with them and has not
 * finished; `progress` how far it is, `preview` what all files together would do to scores, `result` what scoring did. */
export const importSessions = pgTable("import_sessions", {
  id: id(),
  startedBy: text("started_by").notNull(),
  startedAt: now("started_at"),
  request: text("request", { enum: ["preview", "apply", "score"] }),
  intoDemo: boolean("into_demo").notNull().default(false),
  /** Times the work was taken up again after its process or connection was lost. */
  resumed: integer("resumed").notNull().default(0),
  progress: jsonb("progress").$type<{ stage: string; done: number; of: number | null }>(),
  preview: jsonb("preview").$type<unknown>(),
  /** The first day about which something changed and history has not been replayed. */
  replayFrom: day("replay_from"),
  /** What changed is told of every account: which days a feed covers, whose name somebody has. */
  replayWhole: boolean("replay_whole").notNull().default(false),
  result: jsonb("result").$type<unknown>(),
  error: text("error"),
});

/** One file on its way in and, once imported, the ledger of its records. `status`: uploaded (bytes kept, being mapped),
 * importing, imported, failed (rolled back, `error` says why), undone. `appliedAt` is its transaction's moment: rows that
 * it wrote carry it as recorded_at. */
export const imports = pgTable(
  "imports",
  {
    id: id(),
    sessionId: integer("session_id").references(() => importSessions.id),
    status: text("status", { enum: ["uploaded", "importing", "imported", "failed", "undone"] })
      .notNull()
      .default("imported"),
    /** Empty until a person or a guess has said which table the file fills. */
    table: text("table_name").notNull(),
    fileName: text("file_name").notNull(),
    fileHash: text("file_hash").notNull(),
    fileBytes: bigint("file_bytes", { mode: "number" }).notNull().default(0),
    /** How the file is written (lib/ingest/dialect.ts), what its columns are (column-profile.ts), how they map (mapping.ts). */
    dialect: jsonb("dialect").$type<unknown>(),
    profile: jsonb("profile").$type<unknown>(),
    mapping: jsonb("mapping").$type<unknown>(),
    /** What a dry run found: counts, sample of differences, quality report. */
    preview: jsonb("preview").$type<unknown>(),
    progress: jsonb("progress").$type<{ stage: string; done: number; of: number | null }>(),
    error: text("error"),
    /** What the ledger's counts leave unsaid: rows beside records, columns not imported, notes, keys waited for. */
    facts: jsonb("facts").$type<unknown>(),
    accepted: integer("accepted").notNull().default(0),
    unchanged: integer("unchanged").notNull().default(0),
    rejected: integer("rejected").notNull().default(0),
    waiting: integer("waiting").notNull().default(0),
    leftOut: integer("left_out").notNull().default(0),
    notRead: integer("not_read").notNull().default(0),
    firstDay: day("first_day"),
    lastDay: day("last_day"),
    importedBy: text("imported_by").notNull(),
    importedAt: now("imported_at"),
    appliedAt: instant("applied_at"),
    undoneAt: instant("undone_at"),
  },
  (table) => [index("imports_session").on(table.sessionId), index("imports_hash").on(table.fileHash)],
);

/** An uploaded file's bytes in pieces of a megabyte, so that any process can go on with it; dropped after 30 days. */
export const importChunks = pgTable(
  "import_chunks",
  { importId: integer("import_id").notNull(), n: integer("n").notNull(), bytes: bytes("bytes").notNull() },
  (table) => [primaryKey({ columns: [table.importId, table.n] })],
);

/** Records of an import that were not taken, for its error file. */
export const importFaults = pgTable(
  "import_faults",
  {
    id: id(),
    importId: integer("import_id").notNull(),
    line: integer("line").notNull(),
    field: text("field").notNull(),
    reason: text("reason").notNull(),
  },
  (table) => [index("import_faults_import").on(table.importId, table.line)],
);

/** Rows whose account is not known yet, in our columns; they are taken when it comes. `cells` is text by column name. */
export const waitingRows = pgTable(
  "waiting_rows",
  {
    id: id(),
    importId: integer("import_id"),
    table: text("table_name").notNull(),
    accountKey: text("account_key").notNull(),
    line: integer("line").notNull(),
    cells: jsonb("cells").$type<Record<string, string>>().notNull(),
    receivedAt: now("received_at"),
  },
  (table) => [
    index("waiting_rows_key").on(table.table, table.accountKey),
    index("waiting_rows_import").on(table.importId),
  ],
);

/** What an import's rows were before it, for rows it changed; a row it added is known by its recorded_at, or stands here
 * with `before` null where its table has none. */
export const importChanges = pgTable(
  "import_changes",
  {
    id: id(),
    importId: integer("import_id").notNull(),
    /** The import that brought the account which the row waited for: undoing either takes it back. */
    causedBy: integer("caused_by"),
    table: text("table_name").notNull(),
    key: jsonb("key").$type<Record<string, unknown>>().notNull(),
    before: jsonb("before").$type<Record<string, unknown> | null>(),
    after: jsonb("after").$type<Record<string, unknown> | null>(),
  },
  (table) => [index("import_changes_import").on(table.importId), index("import_changes_key").using("hash", table.key)],
);

/** A mapping kept under a name, offered for files with the same columns. */
export const savedMappings = pgTable("saved_mappings", {
  id: id(),
  name: text("name").notNull().unique(),
  table: text("table_name").notNull(),
  headers: text("headers").array().notNull(),
  mapping: jsonb("mapping").$type<unknown>().notNull(),
  savedBy: text("saved_by").notNull(),
  savedAt: now("saved_at"),
});
