import type { TaskList } from "graphile-worker";
import { forgetRequests } from "@/lib/commands/forget-requests";
import { pruneImports } from "@/lib/commands/prune-imports";
import { pruneNotices } from "@/lib/commands/prune-notices";
import { pruneRuns } from "@/lib/commands/prune-runs";
import { releaseHolds } from "@/lib/commands/release-holds";
import { replayDecisions } from "@/lib/commands/replay-decisions";
import { settleStreams } from "@/lib/commands/settle-streams";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { REPLAY_PACE } from "@/lib/core/validation/replay-pace";
import { systemContext } from "@/lib/server/context";
import { dailyRun } from "./daily-run";
import { deliverNotices } from "./deliver-notices";
import { followModel, replayByVersion } from "./follow-model";
import { importSession, resumeImports } from "./import-session";
import { openPortfolio } from "./open-portfolio";
import { replayChanged } from "./replay-changed";
import { runSources } from "./run-sources";

/** What the worker can do, by name. */
export const TASKS: TaskList = {
  "daily-run": dailyRun,
  "update-accounts": async () => void (await updateAccounts(await systemContext("update-accounts"))),
  "forget-requests": async () => void (await forgetRequests(await systemContext("forget-requests"))),
  "deliver-notices": deliverNotices,
  "follow-model": followModel,
  "replay-version": replayByVersion,
  "run-sources": runSources,
  "settle-streams": async () => void (await settleStreams(await systemContext("settle-streams"))),
  "open-portfolio": async () => openPortfolio(),
  "import-session": (payload) => importSession(Number((payload as { sessionId?: unknown }).sessionId)),
  "release-holds": async () => void (await releaseHolds(await systemContext("release-holds"))),
  "replay-history": replayChanged,
  "replay-decisions": async () =>
    void (await replayDecisions(await systemContext("replay-decisions"), { mostDays: REPLAY_PACE.days })),
  "resume-imports": resumeImports,
  "prune-imports": async () => void (await pruneImports(await systemContext("prune-imports"))),
  "prune-notices": async () => void (await pruneNotices(await systemContext("prune-notices"))),
  "prune-runs": async () => void (await pruneRuns(await systemContext("prune-runs"))),
};

/** When: the daily run is asked for every five minutes and decides by the organisation's clock. Times are UTC. */
export const SCHEDULE = `
* * * * * update-accounts ?max=1&jobKey=update-accounts&jobKeyMode=replace
* * * * * deliver-notices ?max=1&jobKey=deliver-notices&jobKeyMode=replace
* * * * * run-sources ?max=1&jobKey=run-sources&jobKeyMode=replace
*/10 * * * * settle-streams ?max=1&jobKey=settle-streams&jobKeyMode=replace
*/10 * * * * replay-history ?max=1&jobKey=replay-history&jobKeyMode=replace
*/5 * * * * replay-decisions ?max=1&jobKey=replay-decisions&jobKeyMode=replace
*/5 * * * * open-portfolio ?max=1&jobKey=open-portfolio&jobKeyMode=replace
*/5 * * * * release-holds ?max=1&jobKey=release-holds&jobKeyMode=replace
*/5 * * * * daily-run ?max=1&jobKey=daily-run&jobKeyMode=replace
20 * * * * forget-requests ?max=1&jobKey=forget-requests
* * * * * resume-imports ?max=1&jobKey=resume-imports&jobKeyMode=replace
50 2 * * * prune-imports ?max=3&jobKey=prune-imports
40 2 * * * prune-notices ?max=3&jobKey=prune-notices
30 2 * * * prune-runs ?max=3&jobKey=prune-runs
`;
