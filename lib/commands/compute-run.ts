import "server-only";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { fullRun, type PublishedRun, type RunRequest } from "@/lib/server/run/full-run";

/** Computes health for all accounts as of a day (today unless said) and publishes the run whole. */
export async function computeRun(ctx: Ctx, request: RunRequest = {}): Promise<PublishedRun> {
  await authorize(ctx, "run:compute");
  return fullRun(ctx, request);
}
