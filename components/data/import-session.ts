import type { QualityFinding } from "./import-quality";
import type { ResultFile } from "./import-result";
import type { FaultGroup, FileCounts, MappedFile, RowChange, TargetTable, WaitingKey } from "./imported-file";

/** What a check of all files found about one of them. */
export interface Preview {
  counts: FileCounts;
  changes: RowChange[];
  faults: FaultGroup[];
  waitingKeys: WaitingKey[];
  ignoredColumns: string[];
  notes: string[];
  quality?: QualityFinding[] | undefined;
}

export interface SessionFile extends MappedFile, Omit<ResultFile, "profile"> {
  preview: Preview | null;
  sameAs: { fileName: string; appliedAt: string } | null;
}

export type Progress = { stage: string; done: number; of: number | null };

/** Several files on their way in, as every step sees them. */
export interface SessionView {
  id: number;
  request: "preview" | "apply" | "score" | null;
  progress: Progress | null;
  resumed: number;
  effect: {
    accounts: number;
    moves: Array<{ from: string; to: string; accounts: number }> | null;
    changeBand: number | null;
    why: string | null;
  } | null;
  result: { adoptedModel: boolean; daysReplayed: number; replayedFrom: string | null; accountsScored: number } | null;
  error: string | null;
  isDemo: boolean;
  files: SessionFile[];
  targets: TargetTable[];
}
