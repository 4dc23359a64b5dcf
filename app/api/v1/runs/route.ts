import { z } from "zod";
import { cursorOf, cursorText } from "@/app/api/v1/cursor";
import { listRuns } from "@/db/queries/api/list-runs";
import { listRuns as operation } from "@/lib/api/records";
import { route } from "@/lib/server/route";

/** Published runs, newest first. */
export const GET = route(operation, async (ctx, { query: { limit, cursor } }) => {
  const below = cursorOf(z.strictObject({ run: z.int() }), cursor)?.run ?? null;
  const found = await listRuns(ctx, { below, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map((run) => ({
      id: run.id,
      as_of: run.asOf,
      model_version: run.modelVersion,
      is_current: run.isCurrent,
      revision: run.revision,
      accounts: run.accounts,
      started_at: run.startedAt.toISOString(),
      published_at: run.publishedAt?.toISOString() ?? null,
    })),
    next_cursor: last ? cursorText({ run: last.id }) : null,
  };
});
