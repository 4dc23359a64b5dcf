import "server-only";
import { keyMay, may, mayEver, type Permission } from "@/lib/core/access";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/server/context";
import { relationTo } from "@/lib/server/relation-to";

/** First line of every command: throws unless the actor may do this, on this account where one is named.
 * Someone who could do it on no account is refused before the database is touched; an account they may
 * not see answers as not found. */
export async function authorize(ctx: Ctx, permission: Permission, accountId?: number): Promise<void> {
  const { actor } = ctx;
  if (actor.kind === "system") return;
  if (actor.kind === "key") {
    if (!keyMay(actor.scopes, permission)) throw new AppError("forbidden", `This key may not do this (${permission}).`);
    return;
  }
  if (!mayEver(actor.roles, permission)) throw new AppError("forbidden", `You may not do this (${permission}).`);
  if (accountId === undefined) return;
  const relation = await relationTo(ctx, accountId);
  if (!relation) throw new AppError("not_found", "There is no such account.");
  if (!may(actor.roles, permission, relation)) {
    throw new AppError("forbidden", `You may not do this on an account outside your book (${permission}).`);
  }
}
