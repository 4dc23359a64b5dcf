import "server-only";
import { isMeasure, measureOf } from "@/lib/core/measures/catalogue";
import type { Ctx } from "@/lib/server/context";
import { findCurrentModel } from "./find-current-model";

/** The measures that the current run was scored by, by name; none before the first run. */
export async function listModelMeasures(ctx: Ctx): Promise<{ key: string; name: string }[]> {
  const model = await findCurrentModel(ctx);
  return (model?.definitions.default.measures ?? []).map(({ key, name }) => ({
    key,
    name: name ?? (isMeasure(key) ? measureOf(key).name : key),
  }));
}
