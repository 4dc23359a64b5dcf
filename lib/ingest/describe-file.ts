import type { Pool, PoolClient } from "pg";
import { AppError } from "@/lib/errors";
import { type ColumnProfile, profileColumns } from "./column-profile";
import { type ChosenDialect, type Dialect, lookAtFile } from "./dialect";
import type { FileSource } from "./file-source";
import type { ImportProfile } from "./import-profile";
import type { Mapping } from "./mapping";
import { type CsvRecord, readRecords } from "./read-records";
import { suggestMapping } from "./suggest-mapping";

/** What a person has said about a file that would be found out otherwise. */
export interface Chosen {
  dialect?: ChosenDialect | undefined;
  table?: string | undefined;
}

interface Described {
  profile: ImportProfile;
  /** Set where nothing is left to ask. */
  table: string;
  mapping: Mapping | null;
}

const MOST_RECORDS = 200_000;
const SHOWN = 5;
const OWN_COLUMNS = new Set(["_row", "_field", "_error"]);

/** Reads a file and says how it is written, what its columns are and how they map. A mapping kept for the same columns is
 * taken as it is; a suggestion that leaves questions open is not. */
export async function describeFile(
  client: Pool | PoolClient,
  source: FileSource,
  chosen: Chosen = {},
): Promise<Described> {
  const { dialect, choices } = await lookAtFile(source, chosen.dialect ?? {});
  const { columns, sample, records, fault } = await readColumns(source, dialect);
  const { rows: people } = await client.query<{ name: string; email: string }>("select name, email from people");
  const suggestion = suggestMapping({ profiles: columns, fileName: source.name, table: chosen.table, people });
  const headers = columns.map(({ header }) => header);
  const { rows: kept } = await client.query<{ id: number; name: string; table: string; mapping: Mapping }>(
    `select id, name, table_name as "table", mapping from saved_mappings
     where headers @> $1::text[] and headers <@ $1::text[] and ($2::text is null or table_name = $2)
     order by saved_at desc limit 1`,
    [headers, chosen.table ?? null],
  );
  const [saved] = kept;
  const isSettled = suggestion.table !== null && suggestion.questions.length === 0;
  return {
    profile: {
      dialect,
      choices,
      chosen,
      fault,
      columns,
      sample: sample.map(({ cells }) => cells),
      suggestion,
      saved: saved ? { id: saved.id, name: saved.name } : null,
      profiled: records,
    },
    table: saved?.table ?? suggestion.table ?? "",
    mapping: saved?.mapping ?? (isSettled ? suggestion.mapping : null),
  };
}

interface Columns {
  columns: ColumnProfile[];
  sample: CsvRecord[];
  records: number;
  fault: string | null;
}

async function readColumns(source: FileSource, dialect: Dialect): Promise<Columns> {
  const sample: CsvRecord[] = [];
  const seen = { records: 0 };
  try {
    const found = await profileColumns(looked(readRecords(source, dialect), sample, seen));
    const columns = found.filter(({ header }) => !OWN_COLUMNS.has(header));
    return { columns, sample, records: seen.records, fault: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { columns: [], sample: [], records: 0, fault: error.message };
  }
}

async function* looked(records: AsyncIterable<CsvRecord>, sample: CsvRecord[], seen: { records: number }) {
  for await (const record of records) {
    if (sample.length < SHOWN) sample.push(record);
    seen.records += 1;
    yield record;
    if (seen.records === MOST_RECORDS) return;
  }
}
