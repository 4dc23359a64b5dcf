import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { people, signInLinks } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { loadPerson } from "@/lib/server/load-person";
import { withTransaction } from "@/lib/server/transaction";

export const ReactivatePerson = z.strictObject({ personId: z.int().positive() });

/** Lets a deactivated person in again with the password they had; whose invitation was open stays invited. */
export async function reactivatePerson(ctx: Ctx, { personId }: z.output<typeof ReactivatePerson>): Promise<void> {
  await authorize(ctx, "person:manage");
  await withTransaction(ctx, async ({ tx }) => {
    const person = await loadPerson(tx, personId);
    if (person.status !== "deactivated") throw new AppError("conflict", "This person is not deactivated.");
    const [invitation] = await tx
      .select()
      .from(signInLinks)
      .where(and(eq(signInLinks.personId, personId), ne(signInLinks.purpose, "reset")));
    // Imported people sign in with their organisation and were never invited.
    const status = !person.passwordHash && invitation ? "invited" : "active";
    await tx.update(people).set({ status }).where(eq(people.id, personId));
    await emitAudit(ctx, tx, { entry: "person.reactivated", subject: person.email, after: { status } });
  });
}
