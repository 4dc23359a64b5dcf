import type { Day } from "./calendar";

/** One of our tables as a mapping sees it. */
export interface TargetTable {
  table: string;
  columns: Array<{ name: string; type: string; required: boolean; values: readonly string[] | null }>;
  /** Further columns that the table takes: those that begin with this. */
  extraPrefix: string | null;
}

/** What every physical record of a file became; the seven add up to `records`, save where a mapping gathers records into
 * rows, spreads them or fills quiet days: then `rows` and `filled` are what was counted. */
export interface RecordCounts {
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

/** An account key that rows wait for. */
export interface WaitingKey {
  key: string;
  rows: number;
  /** Accounts that the key may mean, for a person to confirm. */
  near?: Array<{ id: string; name: string }>;
}

/** What a session would do to the bands that people see; null in `moves` where it was not worked out, and `why`. */
export interface ScoreEffect {
  accounts: number;
  moves: Array<{ from: string; to: string; accounts: number }> | null;
  changeBand: number | null;
  why: string | null;
}

/** What scoring did after an import. */
export interface ScoringResult {
  adoptedModel: boolean;
  daysReplayed: number;
  replayedFrom: string | null;
  accountsScored: number;
}

/** How far an import's work is: waiting, reading, writing, previewing, replaying or scoring. */
export interface ImportProgress {
  stage: string;
  done: number;
  of: number | null;
}

export type ImportStatus = "uploaded" | "importing" | "imported" | "failed" | "undone";

/** A file of the last imports. A type and not an interface: a query's rows are records. */
export type RecentImport = {
  id: number;
  sessionId: number | null;
  fileName: string;
  table: string;
  status: ImportStatus;
  minutesAgo: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  waiting: number;
  firstDay: Day | null;
  lastDay: Day | null;
};
