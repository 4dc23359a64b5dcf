import type { FaultGroup, RecordCounts, RowChange, WaitingKey } from "@/lib/core/import-ledger";
import type { Mapping } from "./mapping";
import type { Finding } from "./quality-finding";

/** What a dry run of the whole session found about one of its files. */
export interface ImportPreview {
  counts: RecordCounts;
  changes: RowChange[];
  faults: FaultGroup[];
  /** What is odd about the file, and columns left out because they tell the outcome. */
  quality: Finding[];
  waitingKeys: WaitingKey[];
  /** Keys that a person has confirmed, with the accounts that they may mean, so that it can be taken back. */
  confirmedKeys: WaitingKey[];
  ignoredColumns: string[];
  notes: string[];
  firstDay: string | null;
  lastDay: string | null;
}

/** What an import's counts leave unsaid. */
export interface ImportFacts {
  /** What an interrupted import did with the file: it was finished before, or rolled back and written anew. */
  interrupted?: "kept" | "again";
  records: number;
  created: number;
  updated: number;
  rows: number;
  filled: number;
  ignoredColumns: string[];
  notes: string[];
  waitingKeys: WaitingKey[];
  /** Why the rest of the file was not read. */
  notReadWhy: string | null;
  /** Of an undone import: rows that something else has changed since, which stay. */
  left: Array<{ table: string; rows: number; why: string }>;
}

export interface SavedMapping {
  id: number;
  name: string;
  table: string;
  headers: string[];
  mapping: Mapping;
}
