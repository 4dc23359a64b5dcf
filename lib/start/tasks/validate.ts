import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { getValidationSummary, type ValidationSummary } from "@/db/queries/validation/get-validation-summary";
import { replayDecisions } from "@/lib/commands/replay-decisions";
import { HORIZONS } from "@/lib/core/validation/horizons";
import { reportFigures, type VersionFigures, versionFigures } from "@/lib/core/validation/validation-json";
import { AppError } from "@/lib/errors";
import { systemContext } from "@/lib/server/context";

const { values } = parseArgs({
  options: {
    horizon: { type: "string", default: "90" },
    version: { type: "string" },
    json: { type: "boolean", default: false },
    "min-auc": { type: "string" },
    "min-accuracy": { type: "string" },
  },
});

/** npm run validate -- [--horizon 90] [--version 2] [--json] [--min-auc 0.7] [--min-accuracy 0.75]: the verdict on the score; exit
 * status 1 where it is below a bar, or a bar is given and there are too few outcomes to say. */
async function main() {
  const horizon = oneOf("horizon", values.horizon, HORIZONS);
  const version = values.version === undefined ? undefined : Number(values.version);
  const bars = { auc: share("min-auc"), accuracy: share("min-accuracy") };
  const ctx = await systemContext("validate");
  await replayDecisions(ctx, { horizons: [horizon], ...(version ? { versions: [version] } : {}) });
  const summary = await getValidationSummary(ctx, { horizon, version, smallDownsells: true, unavoidable: true });
  const found = versionFigures(summary.report.health);
  const missed = missedBars(found, bars);
  if (values.json) console.log(JSON.stringify(jsonOf(horizon, summary, found, missed)));
  else console.log([summary.sentence, ...missed].join("\n"));
  if (missed.length > 0) process.exitCode = 1;
}

function jsonOf(horizon: number, summary: ValidationSummary, found: VersionFigures, missed: string[]) {
  const { asked, other, known, report, sentence } = summary;
  const of = [
    ...(asked ? [{ version: asked.version, name: asked.name, ...found }] : []),
    ...(other
      ? [{ version: other.version.version, name: other.version.name, ...versionFigures(other.report.health) }]
      : []),
  ];
  const byVersion = of.sort((a, b) => b.version - a.version);
  const asKnown = versionFigures(known.health);
  return {
    horizon,
    version: asked?.version ?? null,
    ...found,
    sentence,
    byVersion,
    asKnown,
    ...reportFigures(report),
    belowBars: missed,
  };
}

function missedBars(found: VersionFigures, bars: { auc: number | null; accuracy: number | null }): string[] {
  return (["auc", "accuracy"] as const).flatMap((key) => {
    const bar = bars[key];
    const value = found[key];
    if (bar === null || (value !== null && value >= bar)) return [];
    return `The ${key === "auc" ? "AUC" : key} is ${value === null ? "not known" : value.toFixed(3)}, the bar is ${bar}.`;
  });
}

function oneOf<Value extends number>(name: string, text: string, allowed: readonly Value[]): Value {
  const found = allowed.find((value) => String(value) === text);
  if (found === undefined) throw new AppError("invalid", `--${name} is one of ${allowed.join(", ")}, not ${text}.`);
  return found;
}

function share(name: "min-auc" | "min-accuracy"): number | null {
  const text = values[name];
  if (text === undefined) return null;
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new AppError("invalid", `--${name} lies between 0 and 1, not ${text}.`);
  return value;
}

main()
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  })
  .finally(closeDatabase);
