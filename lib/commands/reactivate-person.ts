import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { loadPerson } from "@/lib/server/load-person";
import { withTransaction } from "@/lib/server/transaction";

export const ReactivatePerson = z.strictObject({ personId: z.int().positive() });

/** Lets a deactivated person in again with the password they had; who never set one is invited again. */
export async function reactivatePerson(ctx: Ctx, { personId }: z.output<typeof ReactivatePerson>): Promise<void> {
  await authorize(ctx, "person:manage");
  await withTransaction(ctx, async ({ tx }) => {
    const person = await loadPerson(tx, personId);
    if (person.status !== "deactivated") throw new AppError("conflict", "This person is not deactivated.");
    const status = person.passwordHash ? "active" : "invited";
    await tx.update(people).set({ status }).where(eq(people.id, personId));
    await emitAudit(ctx, tx, { entry: "person.reactivated", subject: person.email, after: { status } });
  });
}
