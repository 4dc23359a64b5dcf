import "server-only";
import { sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import type { Scope } from "@/lib/core/access";
import { AppError } from "@/lib/errors";
import { isApiKey, keptOf } from "@/lib/server/api-key";
import { type Ctx, contextOf } from "@/lib/server/context";

/** The context of a program that shows an API key: `Authorization: Bearer bw_live_…`. Expiry and revocation count at once. */
export async function keyContext(request: Request, database: Database = db()): Promise<Ctx> {
  const [, key] = /^Bearer\s+(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (!key) throw new AppError("unauthenticated", "Send an API key: Authorization: Bearer bw_live_…");
  if (!isApiKey(key)) throw new AppError("unauthenticated", "That is not an API key: it is cut short or mistyped.");
  const { rows } = await database.execute<{ id: number; name: string; scopes: Scope[] }>(sql`
    select id, name, scopes from api_keys
    where key_hash = ${keptOf(key).keyHash} and revoked_at is null and (expires_at is null or expires_at > now())`);
  const [found] = rows;
  if (!found) throw new AppError("unauthenticated", "This API key is unknown, expired or revoked.");
  // Once a minute is exact enough, and a busy key does not make a hot row.
  await database.execute(sql`update api_keys set last_used_at = now()
    where id = ${found.id} and (last_used_at is null or last_used_at < now() - interval '1 minute')`);
  return contextOf({ kind: "key", keyId: found.id, name: found.name, scopes: found.scopes }, database);
}
