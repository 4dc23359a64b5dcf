import { getRunSchedule } from "@/db/queries/get-run-schedule";
import { computeRun } from "@/lib/commands/compute-run";
import { raiseShift } from "@/lib/commands/raise-shift";
import { tellLists } from "@/lib/commands/tell-lists";
import { AppError } from "@/lib/errors";
import { systemContext } from "@/lib/server/context";
import { log } from "@/lib/server/log";
import { lastDailyHour } from "./last-daily-hour";

/** Computes today's run once after 06:00 in the organisation's zone, also when the hour itself was slept through. */
export async function dailyRun(): Promise<void> {
  const ctx = await systemContext("daily-run");
  const { timeZone, hasModel } = await getRunSchedule(ctx);
  if (!hasModel) return;
  try {
    const notSince = lastDailyHour(ctx.now, timeZone);
    const { runId, asOf, accounts, isNew } = await computeRun(ctx, { notSince, note: "daily" });
    if (isNew) log.info("run.published", { runId, asOf, accounts });
    if (isNew) await tellLists(ctx);
    if (await raiseShift(ctx)) log.info("shift.raised", { asOf });
  } catch (error) {
    // Somebody else computes it: the next tick sees whether they published.
    if (!(error instanceof AppError && error.kind === "conflict")) throw error;
  }
}
