import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { clashingLetter } from "@/lib/core/letter-keys";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

const Letter = z.string().regex(/^[a-z]$/, "A letter from a to z.");

export const SaveKeys = z
  .strictObject({
    /** Single characters do nothing. */
    off: z.boolean(),
    /** The letter of the key sheet, and the one pressed in its place. */
    map: z.record(Letter, Letter),
  })
  .refine(({ map }) => clashingLetter(map) === null, {
    path: ["map"],
    error: "Two things would have one key. Give each its own letter, and leave g to the screens.",
  });

/** Keeps which keys a person uses, on every device of theirs. */
export async function saveKeys(ctx: Ctx, { off, map }: z.output<typeof SaveKeys>): Promise<void> {
  await authorize(ctx, "self:write");
  const { actor } = ctx;
  if (actor.kind !== "person") throw new AppError("forbidden", "Only people have keys.");
  const keys = { off, map };
  await withTransaction(ctx, async ({ tx }) => {
    await tx.execute(sql`
      insert into preferences (person_id, keys) values (${actor.personId}, ${JSON.stringify(keys)}::jsonb)
      on conflict (person_id) do update set keys = excluded.keys`);
    await emitAudit(ctx, tx, { entry: "keys.saved", after: keys });
  });
}
