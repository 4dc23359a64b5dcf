import type {
  FaultGroup,
  ImportProgress,
  RecordCounts,
  RowChange,
  ScoreEffect,
  ScoringResult,
  TargetTable,
  WaitingKey,
} from "@/lib/core/import-ledger";
import type { QualityFinding } from "./import-quality";
import type { ResultFile } from "./import-result";
import type { MappedFile } from "./imported-file";

/** What a check of all files found about one of them. */
export interface Preview {
  counts: RecordCounts;
  changes: RowChange[];
  faults: FaultGroup[];
  waitingKeys: WaitingKey[];
  confirmedKeys: WaitingKey[];
  ignoredColumns: string[];
  notes: string[];
  quality?: QualityFinding[] | undefined;
}

export interface SessionFile extends MappedFile, Omit<ResultFile, "profile"> {
  preview: Preview | null;
  sameAs: { fileName: string; appliedAt: string } | null;
}

/** Several files on their way in, as every step sees them. */
export interface SessionView {
  id: number;
  request: "preview" | "apply" | "score" | null;
  progress: ImportProgress | null;
  resumed: number;
  effect: ScoreEffect | null;
  result: ScoringResult | null;
  error: string | null;
  isDemo: boolean;
  files: SessionFile[];
  targets: TargetTable[];
}
