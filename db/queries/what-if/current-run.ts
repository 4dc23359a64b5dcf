import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import type { Model } from "@/lib/core/health/model";
import { AppError } from "@/lib/errors";

export type TriedRun = {
  runId: number;
  revision: number;
  asOf: Day;
  version: number;
  /** The version that what it said before past decisions is kept under: the first that scores alike. */
  scoring: number;
  definitions: string[];
  model: Model;
  currency: string;
};

/** The run that everybody sees, if it is still the one asked for: what would be published is tried on nothing older. */
export async function currentRun(client: ClientBase, runId: number): Promise<TriedRun> {
  const { rows } = await client.query<TriedRun>(
    `select r.id as "runId", r.revision, r.as_of as "asOf", r.model_version as version,
       v.scoring_version as scoring, r.definitions, v.definition as model,
       (select currency from settings) as currency
     from runs r join model_versions v on v.version = r.model_version where r.is_current`,
  );
  const [run] = rows;
  if (run?.runId !== runId)
    throw new AppError(
      "not_found",
      "This run is not the current one any more. Load the page again to try the draft on the new one.",
    );
  return run;
}

/** What the columns of a run are known by: they stay what they are until it gets a new revision. */
export function tagOf({ runId, revision }: Pick<TriedRun, "runId" | "revision">, of: string): string {
  return `"${of}-${runId}-${revision}"`;
}
