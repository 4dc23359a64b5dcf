import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { isDay } from "@/lib/core/calendar";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { assertLeads, assertWorks } from "@/lib/server/book-people";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

const DayText = z.string().refine(isDay, "A day as YYYY-MM-DD.");
export const SetCover = z.strictObject({
  personId: z.int().positive(),
  coveredBy: z.int().positive(),
  from: DayText,
  until: DayText,
  note: z.string().trim().max(1000).default(""),
});

/** Lets a person stand in for another from a day until a day, both included: they see and work the covered book as their own and
 * are told what its owner is told. Owners stay; afterwards all is as before. One stand-in at a time. */
export async function setCover(ctx: Ctx, input: z.output<typeof SetCover>): Promise<{ id: number }> {
  await authorize(ctx, "book:cover");
  const { personId, coveredBy, from, until } = input;
  if (personId === coveredBy) throw new AppError("invalid", "Choose somebody else to stand in.");
  if (until < from) throw new AppError("invalid", "A cover ends on or after the day it begins.");
  if (until < ctx.today) throw new AppError("invalid", "A cover ends today or later.");
  return withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    await assertLeads(within, personId);
    await assertWorks(within, coveredBy);
    await tx.execute(sql`select from people where id = ${personId} for update`);
    const other = await tx.execute<{ name: string; until: string }>(
      sql`select p.name, c.until_on as until from covers c join people p on p.id = c.covered_by
        where c.person_id = ${personId} and c.from_on <= ${until} and c.until_on >= ${from} limit 1`,
    );
    const [taken] = other.rows;
    if (taken)
      throw new AppError("conflict", `${taken.name} covers that book until ${taken.until}. End that cover first.`);
    const { rows } = await tx.execute<{ id: number }>(
      sql`insert into covers (person_id, covered_by, from_on, until_on, note, created_by)
        values (${personId}, ${coveredBy}, ${from}, ${until}, ${input.note || null},
          ${ctx.actor.kind === "person" ? ctx.actor.personId : null}) returning id`,
    );
    const id = rows[0]?.id ?? 0;
    await emitAudit(within, tx, { entry: "cover.set", subject: `person:${personId}`, after: { id, ...input } });
    return { id };
  });
}
