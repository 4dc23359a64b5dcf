import { accountOf } from "@/app/api/v1/accounts/find";
import { accountDetail } from "@/app/api/v1/accounts/json";
import type { AccountRecord } from "@/db/queries/api/find-account-record";
import { findAccount } from "@/db/queries/find-account";
import { getSettings } from "@/db/queries/get-settings";
import { getModelStanding } from "@/db/queries/validation/get-model-standing";
import { getAccount, patchAccount as patchOperation } from "@/lib/api/accounts";
import { patchAccount } from "@/lib/commands/patch-account";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/server/context";
import { route, Tagged } from "@/lib/server/route";

/** One account. */
export const GET = route(getAccount, async (ctx, { params }) => shown(ctx, await accountOf(ctx, params.id)));

/** Changes an account. */
export const PATCH = route(patchOperation, async (ctx, { params, body, request }) => {
  const ifMatch = request.headers.get("if-match");
  return shown(ctx, await patchAccount(ctx, { key: params.id ?? "", change: body, ifMatch }));
});

async function shown(ctx: Ctx, record: AccountRecord) {
  const [page, { currency }, { text: standing }] = await Promise.all([
    findAccount(ctx, record.slug),
    getSettings(ctx),
    getModelStanding(ctx),
  ]);
  if (!page) throw new AppError("not_found", "There is no such account.");
  return new Tagged(accountDetail(record, page, { currency, standing }), record.etag);
}
