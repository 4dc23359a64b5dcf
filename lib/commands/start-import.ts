import "server-only";
import { importSessions } from "@/db/schema";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { actorName, type Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

/** Begins a session that files are uploaded to. */
export async function startImport(ctx: Ctx): Promise<{ sessionId: number }> {
  await authorize(ctx, "import:run");
  return withTransaction(ctx, async ({ tx }) => {
    const [session] = await tx
      .insert(importSessions)
      .values({ startedBy: actorName(ctx.actor) })
      .returning({ id: importSessions.id });
    if (!session) throw new Error("No session was made");
    await emitAudit(ctx, tx, { entry: "import.started", subject: `session ${session.id}` });
    return { sessionId: session.id };
  });
}
