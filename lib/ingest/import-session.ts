import type { Mapping } from "./mapping";
import type { WaitingKey } from "./near-keys";
import type { Finding } from "./quality-finding";

/** One of our tables as a mapping sees it. */
export interface TargetTable {
  table: string;
  columns: Array<{ name: string; type: string; required: boolean; values: readonly string[] | null }>;
  /** Further columns that the table takes: those that begin with this. */
  extraPrefix: string | null;
}

/** What every physical record of a file became; the seven add up to `records`, save where a mapping gathers records into
 * rows, spreads them or fills quiet days: then `rows` and `filled` are what was counted. */
export interface ImportCounts {
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

/** A row that an import adds or changes, field by field; of a new row `before` is null. */
export interface RowChange {
  table: string;
  kind: "create" | "update";
  account: string;
  key: Record<string, string>;
  fields: Array<{ field: string; before: string | null; after: string | null }>;
}

/** Rejected rows of one kind: the column and the reason without the value that was in the cell. */
export interface FaultGroup {
  field: string;
  reason: string;
  count: number;
  examples: Array<{ line: number; reason: string }>;
}

/** What a dry run of the whole session found about one of its files. */
export interface ImportPreview {
  counts: ImportCounts;
  changes: RowChange[];
  faults: FaultGroup[];
  /** What is odd about the file, and columns left out because they tell the outcome. */
  quality: Finding[];
  waitingKeys: WaitingKey[];
  ignoredColumns: string[];
  notes: string[];
  firstDay: string | null;
  lastDay: string | null;
}

/** What a session would do to the bands that people see; null in `moves` where it was not worked out, and `why`. */
export interface ScoreEffect {
  accounts: number;
  moves: Array<{ from: string; to: string; accounts: number }> | null;
  changeBand: number | null;
  why: string | null;
}

/** What an import's counts leave unsaid. */
export interface ImportFacts {
  records: number;
  created: number;
  updated: number;
  rows: number;
  filled: number;
  ignoredColumns: string[];
  notes: string[];
  waitingKeys: Array<{ key: string; rows: number }>;
  /** Why the rest of the file was not read. */
  notReadWhy: string | null;
  /** Of an undone import: rows that something else has changed since, which stay. */
  left: Array<{ table: string; rows: number; why: string }>;
}

/** What scoring did after an import. */
export interface ScoringResult {
  adoptedModel: boolean;
  daysReplayed: number;
  replayedFrom: string | null;
  accountsScored: number;
}

export interface Progress {
  /** waiting, reading, writing, previewing, replaying, scoring. */
  stage: string;
  done: number;
  of: number | null;
}

export interface SavedMapping {
  id: number;
  name: string;
  table: string;
  headers: string[];
  mapping: Mapping;
}
