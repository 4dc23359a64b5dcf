import { getCardRulesEffect } from "@/db/queries/get-card-rules-effect";
import { CardSettings } from "@/lib/core/scorecard/card-settings";
import { presentable } from "@/lib/server/presentable";
import { viewerContext } from "@/lib/server/viewer-context";

/** What other rules of scorecards would do today, before they are saved. */
export async function POST(request: Request) {
  const ctx = await viewerContext();
  const tried = CardSettings.safeParse(await request.json().catch(() => null));
  if (!tried.success) return Response.json({ title: tried.error.issues[0]?.message }, { status: 422 });
  try {
    return Response.json({ effect: await getCardRulesEffect(ctx, tried.data) });
  } catch (error) {
    return Response.json({ title: presentable(error, "getCardRulesEffect").message }, { status: 403 });
  }
}
