import "server-only";
import type { CohortRules } from "@/lib/core/validation/cohort";
import { type HorizonRow, horizonRow } from "@/lib/core/validation/horizon-row";
import { HORIZONS } from "@/lib/core/validation/horizons";
import type { Ctx } from "@/lib/server/context";
import { openPast } from "./open-past";

interface Asked extends CohortRules {
  /** Null: as people knew it then. */
  version: number | null;
  before: "decided" | "effective";
}

/** How each score stood so many days before, for every horizon: by a version of the model, or as people knew it then. Days before
 * the effect are about what was known. */
export async function listHorizons(
  ctx: Ctx,
  { version, before, ...rules }: Asked,
  past = openPast(ctx),
): Promise<HorizonRow[]> {
  const asked = before === "decided" ? version : null;
  const other = before === "decided" ? ("effective" as const) : ("decided" as const);
  const answers = await past(
    HORIZONS.flatMap((horizon) => [
      { horizon, before, version: asked },
      { horizon, before: other, version: null },
    ]),
  );
  return HORIZONS.map((horizon, i) => {
    const [decisions = [], beside = []] = answers.slice(2 * i);
    return horizonRow(horizon, { decisions, beside, by: asked === null ? "known" : "version" }, rules);
  });
}
