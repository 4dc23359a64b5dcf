import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { getHistorySpan } from "@/db/queries/get-history-span";
import { computeRun } from "@/lib/commands/compute-run";
import { replayHistory } from "@/lib/commands/replay-history";
import { isDay } from "@/lib/core/calendar";
import { AppError } from "@/lib/errors";
import { systemContext } from "@/lib/server/context";

const USAGE = "npm run score -- [--date YYYY-MM-DD] [--model N] [--history]";

const { values } = parseArgs({
  options: { date: { type: "string" }, model: { type: "string" }, history: { type: "boolean", default: false } },
});

async function main() {
  const { date, model, history } = values;
  const version = model === undefined ? undefined : Number(model);
  if ((date !== undefined && !isDay(date)) || (version !== undefined && !Number.isInteger(version)))
    throw new AppError("invalid", USAGE);
  const ctx = await systemContext("score");
  const asOf = date ?? ctx.today;
  if (history) {
    const { from } = await getHistorySpan(ctx, asOf);
    const started = performance.now();
    const days = await replayHistory(ctx, { from, to: asOf, progress: showProgress });
    console.log(`Replayed ${days} days from ${from} in ${seconds(started)}.`);
  }
  const started = performance.now();
  const { runId, accounts } = await computeRun(ctx, { asOf, version, note: "npm run score" });
  console.log(`Run ${runId} as of ${asOf}: ${accounts} accounts scored and published in ${seconds(started)}.`);
}

function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

function showProgress(done: number, of: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\rReplaying history: ${done} of ${of} days${done === of ? "\n" : ""}`);
}

main()
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  })
  .finally(closeDatabase);
