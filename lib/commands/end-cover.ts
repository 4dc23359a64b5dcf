import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { addDays } from "@/lib/core/calendar";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { assertLeads } from "@/lib/server/book-people";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const EndCover = z.strictObject({ id: z.int().positive() });

/** Ends a cover today: yesterday was its last day. One that has not begun is taken back whole. */
export async function endCover(ctx: Ctx, { id }: z.output<typeof EndCover>): Promise<void> {
  await authorize(ctx, "book:cover");
  await withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    const { rows } = await tx.execute<{ personId: number; from: string; until: string }>(
      sql`select person_id as "personId", from_on as from, until_on as until from covers
        where id = ${id} and until_on >= ${ctx.today} for update`,
    );
    const [cover] = rows;
    if (!cover) throw new AppError("not_found", "There is no such cover, or it is over.");
    await assertLeads(within, cover.personId);
    const last = addDays(ctx.today, -1);
    if (cover.from > last) await tx.execute(sql`delete from covers where id = ${id}`);
    else await tx.execute(sql`update covers set until_on = ${last} where id = ${id}`);
    await emitAudit(within, tx, {
      entry: "cover.ended",
      subject: `person:${cover.personId}`,
      before: { id, from: cover.from, until: cover.until },
      after: cover.from > last ? null : { until: last },
    });
  });
}
