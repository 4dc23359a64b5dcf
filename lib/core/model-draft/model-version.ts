import type { Day } from "@/lib/core/calendar";
import type { Model } from "@/lib/core/health/model";

/** A published version of the model: never changed afterwards. */
export type ModelVersion = {
  version: number;
  name: string;
  model: Model;
  note: string;
  expected: string | null;
  effectiveFrom: Day;
  /** An instant, ISO 8601. */
  publishedAt: string;
  publishedBy: string | null;
  ownerId: number | null;
  owner: string | null;
  nextReviewOn: Day | null;
  /** Called off before its day. */
  withdrawn: { on: Day; by: string | null; reason: string } | null;
  /** The past told by it, where somebody asked: how far that is. */
  replay: { daysDone: number; days: number | null; isFinished: boolean } | null;
};

/** A draft that waits, and who changed it last. */
export type ListedDraft = {
  id: number;
  name: string;
  baseVersion: number | null;
  revision: number;
  /** An instant, ISO 8601. */
  updatedAt: string;
  updatedBy: string | null;
};
