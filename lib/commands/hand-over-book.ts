import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { isDay } from "@/lib/core/calendar";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { assertMayOwn } from "@/lib/server/book-people";
import type { Ctx } from "@/lib/server/context";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

export const HandOverBook = z.strictObject({
  fromPersonId: z.int().positive(),
  toPersonId: z.int().positive(),
  /** Whether they are given as CSM or as AM. */
  role: z.enum(["csm", "am"]),
  /** From which day on: today or later. */
  from: z.string().refine(isDay, "A day as YYYY-MM-DD."),
  /** All of the book where left out. */
  accountIds: z.array(z.int().positive()).min(1).max(5000).optional(),
});

/** Gives a book, or accounts of it, to another person from a day on; the past keeps its owners. Clocks give the new owner fresh
 * grace and scorecards of the former one are to be confirmed: both follow from the owner's period. Returns the accounts given. */
export async function handOverBook(ctx: Ctx, input: z.output<typeof HandOverBook>): Promise<{ accounts: number }> {
  await authorize(ctx, "owner:assign");
  const { fromPersonId, toPersonId, role, from } = input;
  if (fromPersonId === toPersonId) throw new AppError("invalid", "Choose somebody else to give the book to.");
  if (from < ctx.today) throw new AppError("invalid", "A book is handed over from today or a later day on.");
  return withTransaction(
    ctx,
    async ({ tx, client }) => {
      const within = { ...ctx, db: tx };
      await assertMayOwn(within, toPersonId, role);
      const accountIds = await ownedOn(within, input);
      if (accountIds.length === 0) throw new AppError("invalid", "There is no such account in that book on that day.");
      for (const accountId of accountIds) await authorize(within, "owner:assign", accountId);
      const column = `${role}_id`;
      await client.query(
        `insert into account_owners (account_id, valid_from, csm_id, am_id)
         select a.id, $2, ${role === "csm" ? "$3, o.am_id" : "o.csm_id, $3"} from unnest($1::int[]) a (id)
         cross join lateral (select csm_id, am_id from account_owners where account_id = a.id and valid_from <= $2
           order by valid_from desc limit 1) o
         on conflict (account_id, valid_from) do update set ${column} = excluded.${column}`,
        [accountIds, from, toPersonId],
      );
      // A later day on which only the other role changes hands keeps the new owner of this one.
      await client.query(
        `update account_owners o set ${column} = $3 where account_id = any($1) and valid_from > $2 and ${column} = $4
           and not exists (select from account_owners n where n.account_id = o.account_id and n.valid_from > $2
             and n.valid_from < o.valid_from and n.${column} is distinct from $4)`,
        [accountIds, from, toPersonId, fromPersonId],
      );
      for (const accountId of accountIds)
        await emitAudit(within, tx, {
          entry: "owner.handed_over",
          accountId,
          before: { [role]: fromPersonId },
          after: { [role]: toPersonId, from },
        });
      if (from === ctx.today) await rescore(tx, accountIds, "owner");
      return { accounts: accountIds.length };
    },
    { statementTimeoutMillis: 0 },
  );
}

/** Accounts that the person owns in the role on the day, and to whom they have not already been given later. */
async function ownedOn(
  { db }: Ctx,
  { fromPersonId, role, from, accountIds }: z.output<typeof HandOverBook>,
): Promise<number[]> {
  const asked = accountIds ? sql`account_id = any(${`{${accountIds.join(",")}}`}::int[])` : sql`true`;
  const { rows } = await db.execute<{ id: number }>(sql`
    select account_id as id from (
      select distinct on (account_id) account_id, csm_id, am_id from account_owners
      where valid_from <= ${from} and ${asked} order by account_id, valid_from desc) o
    where ${sql.identifier(`${role}_id`)} = ${fromPersonId} order by 1`);
  return rows.map(({ id }) => id);
}
