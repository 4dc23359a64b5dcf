import { getHistorySpan } from "@/db/queries/get-history-span";
import { computeRun } from "@/lib/commands/compute-run";
import { replayAccounts } from "@/lib/commands/replay-accounts";
import { replayHistory } from "@/lib/commands/replay-history";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { systemContext } from "@/lib/server/context";
import { poolOf } from "@/lib/server/run/full-run";

/** Replays the past of accounts whose old signals have come or been corrected since. An import does so itself, and today's
 * days are closed by today's run: until then this waits. */
export async function replayChanged(): Promise<void> {
  const ctx = await systemContext("replay-changed");
  const { rows } = await poolOf(ctx).query<{ due: boolean }>(
    `select (exists (select from replay_queue) or exists (select from changed_accounts))
       and exists (select from runs where is_current and as_of = $1)
       and not exists (select from import_sessions where request is not null) as due`,
    [ctx.today],
  );
  if (!rows[0]?.due) return;
  const { from } = await getHistorySpan(ctx, ctx.today);
  const replayed = await replayAccounts(ctx, { from });
  if (replayed.days > 0) await updateAccounts(ctx, replayed.accountIds);
  if (!replayed.isWhole || !replayed.from) return;
  await replayHistory(ctx, { from: replayed.from, to: ctx.today });
  await computeRun(ctx, { note: "history replayed" });
}
