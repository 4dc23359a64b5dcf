import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { keepAnAdmin } from "@/lib/server/keep-an-admin";
import { loadPerson } from "@/lib/server/load-person";
import { endSessions } from "@/lib/server/session";
import { withTransaction } from "@/lib/server/transaction";

export const DeactivatePerson = z.strictObject({ personId: z.int().positive() });

/** Shuts a person out at once: their sessions end, their history stays. The last administrator cannot be shut out. */
export async function deactivatePerson(ctx: Ctx, { personId }: z.output<typeof DeactivatePerson>): Promise<void> {
  await authorize(ctx, "person:manage");
  await withTransaction(ctx, async ({ tx }) => {
    await keepAnAdmin(tx, personId);
    const person = await loadPerson(tx, personId);
    await tx.update(people).set({ status: "deactivated" }).where(eq(people.id, personId));
    await endSessions(tx, personId, ctx.now);
    await emitAudit(ctx, tx, {
      entry: "person.deactivated",
      subject: person.email,
      before: { status: person.status },
      after: { status: "deactivated" },
    });
  });
}
