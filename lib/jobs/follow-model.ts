import { getHistorySpan } from "@/db/queries/get-history-span";
import { computeRun } from "@/lib/commands/compute-run";
import { replayVersion } from "@/lib/commands/replay-version";
import { systemContext } from "@/lib/server/context";
import { log } from "@/lib/server/log";
import { poolOf } from "@/lib/server/run/full-run";

/** Scores everybody anew where the version in force is not the one that the current run was scored by. */
export async function followModel(): Promise<void> {
  const ctx = await systemContext("follow-model");
  const { rows } = await poolOf(ctx).query<{ version: number }>(
    `select version from (
       select version from model_versions where effective_from <= $1 and withdrawn_on is null order by version desc limit 1
     ) in_force where exists (select from runs where is_current and model_version <> in_force.version)`,
    [ctx.today],
  );
  if (!rows[0]) return;
  const { runId, accounts } = await computeRun(ctx, { note: `model version ${rows[0].version}` });
  log.info("model.followed", { runId, accounts, version: rows[0].version });
}

/** Tells the past by a version that somebody asked for. */
export async function replayByVersion(payload: unknown): Promise<void> {
  const version = Number((payload as { version?: unknown }).version);
  const ctx = await systemContext("replay-version");
  const days = await replayVersion(ctx, { version, ...(await getHistorySpan(ctx, ctx.today)) });
  log.info("model.replayed", { version, days });
}
