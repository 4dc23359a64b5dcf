import type { Operation } from "@/lib/server/operation";
import { getAccount, listAccounts, patchAccount } from "./accounts";
import { batchOperations } from "./batches";
import { getImport, postImport, undoImport } from "./imports";
import { listModels, postModel, publishDraft } from "./models";
import { getDistribution, getMigration, getRenewals } from "./portfolio";
import { getShift } from "./portfolio-shift";
import { listDivergences, listOutcomes, listRuns } from "./records";
import { batchScorecards, getScorecard, putScorecard } from "./scorecards";
import { getScore, listSnapshots, scoreOnce } from "./scores";
import { getValidation } from "./validation";

/** Every operation of /api/v1, in the order of the reference. */
export const OPERATIONS: readonly Operation[] = [
  listAccounts,
  getAccount,
  patchAccount,
  getScore,
  listSnapshots,
  scoreOnce,
  getScorecard,
  putScorecard,
  batchScorecards,
  getDistribution,
  getMigration,
  getRenewals,
  getShift,
  getValidation,
  listModels,
  postModel,
  publishDraft,
  listRuns,
  listDivergences,
  listOutcomes,
  ...batchOperations,
  postImport,
  getImport,
  undoImport,
];
