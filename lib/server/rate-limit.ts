import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";
import { env } from "@/lib/server/env";
import { Refusal } from "@/lib/server/refusal";

/** What a request takes out of the minute's allowance: a change costs as much as five reads. */
const COST = { read: 1, write: 5 } as const;

/** Counts one request of a key in the running minute and says what is left, as headers; beyond the allowance it is refused
 * and not counted. Exact however many processes count at once: the row is the lock. */
export async function takeRequest(ctx: Ctx, kind: keyof typeof COST): Promise<Record<string, string>> {
  if (ctx.actor.kind !== "key") return {};
  const [limit, cost] = [env("API_REQUESTS_PER_MINUTE"), COST[kind]];
  const reset = 60 - ctx.now.getUTCSeconds();
  const { rows } = await ctx.db.execute<{ used: number | null }>(sql`
    with taken as (
      insert into request_counts as c (key_id, minute, requests)
      select ${ctx.actor.keyId}, date_trunc('minute', ${ctx.now}::timestamptz), ${cost} where ${cost}::int <= ${limit}::int
      on conflict (key_id, minute) do update set requests = c.requests + ${cost} where c.requests + ${cost} <= ${limit}
      returning requests
    )
    select (select requests from taken) as used`);
  const { used } = rows[0] as { used: number | null };
  const headers = {
    "ratelimit-limit": String(limit),
    "ratelimit-remaining": String(used === null ? 0 : limit - used),
    "ratelimit-reset": String(reset),
  };
  if (used !== null) return headers;
  const detail = `This key has used its ${limit} requests of this minute (a change counts as ${COST.write}). Go on in ${reset} s.`;
  throw new Refusal("rate_limited", detail, { headers: { ...headers, "retry-after": String(reset) } });
}
