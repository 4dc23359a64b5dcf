import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/server/context";

/** Hours for which an answer is kept, and minutes after which a request that never answered counts as lost. */
const KEPT_HOURS = 24;
const LOST_MINUTES = 15;

type Kept = { requestHash: string; status: number | null; answer: { text: string; type: string } | null };

/** Runs a request once a key of its own: the same request again gets the stored answer, another under the same key is
 * refused, and so is one that comes while the first is at work. An answer of 500 or more is not kept. */
export async function once(ctx: Ctx, request: Request, body: Buffer, run: () => Promise<Response>): Promise<Response> {
  const given = request.headers.get("idempotency-key");
  const { actor } = ctx;
  if (given === null || actor.kind !== "key") return run();
  if (!/^[\x21-\x7e]{1,255}$/.test(given)) {
    throw new AppError("invalid", "Idempotency-Key has 1 to 255 printable characters without spaces.");
  }
  const { pathname, search } = new URL(request.url);
  const hash = createHash("sha256").update(`${request.method} ${pathname}${search}\n`).update(body).digest("hex");
  const its = sql`key_id = ${actor.keyId} and idempotency_key = ${given}`;
  const { rowCount } = await ctx.db.execute(sql`
    insert into idempotency_keys as k (key_id, idempotency_key, request_hash) values (${actor.keyId}, ${given}, ${hash})
    on conflict (key_id, idempotency_key) do update
    set request_hash = excluded.request_hash, status = null, answer = null, created_at = now()
    where k.created_at < now() - make_interval(hours => ${KEPT_HOURS})
      or (k.status is null and k.request_hash = excluded.request_hash
        and k.created_at < now() - make_interval(mins => ${LOST_MINUTES}))`);
  if (rowCount === 0) return replayed(ctx, its, hash);
  try {
    const response = await run();
    const text = await response.clone().text();
    const answer = JSON.stringify({ text, type: response.headers.get("content-type") ?? "" });
    if (response.status >= 500) await ctx.db.execute(sql`delete from idempotency_keys where ${its}`);
    else
      await ctx.db.execute(
        sql`update idempotency_keys set status = ${response.status}, answer = ${answer}::jsonb where ${its}`,
      );
    return response;
  } catch (error) {
    await ctx.db.execute(sql`delete from idempotency_keys where ${its}`);
    throw error;
  }
}

async function replayed(ctx: Ctx, its: ReturnType<typeof sql>, hash: string): Promise<Response> {
  const { rows } = await ctx.db.execute<Kept>(
    sql`select request_hash as "requestHash", status, answer from idempotency_keys where ${its}`,
  );
  const [kept] = rows;
  if (kept && kept.requestHash !== hash) {
    throw new AppError(
      "invalid",
      "This Idempotency-Key was used for another request. Take a new key for a new request.",
      {
        "Idempotency-Key": "was used for another request",
      },
    );
  }
  if (!kept?.answer || kept.status === null) {
    throw new AppError("conflict", "A request with this Idempotency-Key is still at work. Ask again in a moment.");
  }
  const headers = { "content-type": kept.answer.type, "cache-control": "no-store", "idempotent-replayed": "true" };
  return new Response(kept.answer.text, { status: kept.status, headers });
}
