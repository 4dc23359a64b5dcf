import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import { type CompiledDefinition, compileDefinition } from "@/lib/core/health/compile-definition";
import type { Definition, Model } from "@/lib/core/health/model";
import { namedDefinitions } from "@/lib/core/health/named-definitions";
import { AppError } from "@/lib/errors";

/** A model version ready to run: its definitions in the order that run_scores.definition points into. */
export type RunModel = {
  version: number;
  /** The first version that scores as this one does: what they differ in is words, or what bands oblige to. */
  scoringVersion: number;
  names: string[];
  definitions: Definition[];
  compiled: CompiledDefinition[];
};

type VersionRow = { version: number; scoringVersion: number; definition: Model };

const NO_MODEL = "No model has been published yet: publish one before computing health.";

/** The version of the model that counts on a day (the highest effective by then; before the first, the first), or the one named. */
export async function loadRunModel(client: ClientBase, asOf: Day, version?: number): Promise<RunModel> {
  const { rows } = await client.query<VersionRow>(
    version === undefined
      ? `select version, scoring_version as "scoringVersion", definition from model_versions
         where withdrawn_on is null order by effective_from <= $1 desc, case when effective_from <= $1 then -version else version end limit 1`
      : `select version, scoring_version as "scoringVersion", definition from model_versions where version = $1`,
    [version ?? asOf],
  );
  const [row] = rows;
  if (!row)
    throw version === undefined
      ? new AppError("invalid", NO_MODEL)
      : new AppError("not_found", `There is no model version ${version}.`);
  return runModelOf(row.version, row.definition, row.scoringVersion);
}

/** Every version of the model, as a function of the day that each counts on. */
export async function loadModelHistory(client: ClientBase): Promise<(asOf: Day) => RunModel> {
  const { rows } = await client.query<VersionRow & { effectiveFrom: Day }>(
    `select version, scoring_version as "scoringVersion", effective_from as "effectiveFrom", definition from model_versions
     where withdrawn_on is null order by version desc`,
  );
  const first = rows.at(-1);
  if (!first) throw new AppError("invalid", NO_MODEL);
  const ready = new Map<number, RunModel>();
  return (asOf) => {
    const { version, scoringVersion, definition } = rows.find((row) => row.effectiveFrom <= asOf) ?? first;
    const model = ready.get(version) ?? runModelOf(version, definition, scoringVersion);
    ready.set(version, model);
    return model;
  };
}

/** A model made ready to run. */
export function runModelOf(version: number, model: Model, scoringVersion = version): RunModel {
  const named = namedDefinitions(model);
  const definitions = [...named.values()];
  return {
    version,
    scoringVersion,
    names: [...named.keys()],
    definitions,
    compiled: definitions.map(compileDefinition),
  };
}
