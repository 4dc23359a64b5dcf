import type { mapImport } from "@/lib/actions/imports";

/** Which column of theirs fills which of ours, and how it is read. */
export type Mapping = Parameters<typeof mapImport>[0]["mapping"];

/** A column of a file, over all its records. */
export interface FileColumn {
  header: string;
  samples: string[];
  filled: number;
  records: number;
  dateOrder: "iso" | "dmy" | "mdy" | "excel" | "ambiguous" | null;
  decimal: "." | "," | "ambiguous" | null;
  /** How often each word occurs, where there are few. */
  words: Record<string, number> | null;
  evidence: string;
}

/** One of our tables as a mapping sees it. */
export interface TargetTable {
  table: string;
  columns: Array<{ name: string; type: string; required: boolean; values: readonly string[] | null }>;
  extraPrefix: string | null;
}

export interface FileCounts {
  records: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  waiting: number;
  leftOut: number;
  notRead: number;
  rows: number;
  filled: number;
}

export interface FaultGroup {
  field: string;
  reason: string;
  count: number;
  examples: Array<{ line: number; reason: string }>;
}

export interface RowChange {
  table: string;
  kind: "create" | "update";
  account: string;
  key: Record<string, string>;
  fields: Array<{ field: string; before: string | null; after: string | null }>;
}

/** One file of an import as the wizard shows it. */
export interface ImportedFile {
  id: number;
  fileName: string;
  fileBytes: number;
  status: "uploaded" | "importing" | "imported" | "failed" | "undone";
  table: string;
  mapping: Mapping | null;
  error: string | null;
}

/** What only a person can say of a file. `values` asks for each of `words` one of the choices. */
export interface Question {
  kind: string;
  column?: string | undefined;
  from?: string | undefined;
  text: string;
  words?: string[] | undefined;
  choices: Array<{ value: string; label: string; sets: Patch | null }>;
  sets?: Patch | undefined;
}

/** What an answer lays over the mapping, entry by entry. */
export type Patch = Partial<Mapping>;

/** What the file's name, headers and cells suggest. */
export interface Suggestion {
  table: string | null;
  why: string;
  mapping: Mapping;
  columns: Array<{ from: string; to: string | null; confidence: number; why: string; offer: string | null }>;
  questions: Question[];
}

/** What a file was found to be when it was read. */
export interface Profile {
  dialect: {
    format: string;
    encoding: string;
    delimiter: string;
    headerLine: number;
    sheet: string | null;
    evidence: string[];
  };
  columns: FileColumn[];
  sample: Array<Record<string, string>>;
  suggestion: Suggestion;
  /** The kept mapping of the same columns. */
  saved: { name: string } | null;
  profiled: number;
}

/** A file that is being mapped. */
export interface MappedFile extends ImportedFile {
  profile: Profile;
}

/** An account key that no account has yet, and accounts whose key is nearly the same. */
export interface WaitingKey {
  key: string;
  rows: number;
  near?: Array<{ id: string; name: string }> | undefined;
}
