import "server-only";
import type { PoolClient } from "pg";
import { z } from "zod";
import { addDays, type Day } from "@/lib/core/calendar";
import { catalogueWindow } from "@/lib/core/guards/catalogue-window";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { type HoldDetail, heldToday } from "@/lib/server/run/holds/load-holds";
import { letCount } from "@/lib/server/run/holds/release-due";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

export const SettleHold = z.strictObject({
  holdId: z.int().positive(),
  verdict: z.enum(["data_fault", "holiday", "incident", "real"]),
  note: z.string().trim().min(1, "Say in a few words what it was.").max(1000),
});

/** Says what a hold was. "real" lets it go: what it kept out counts from its first day. Anything else rejects it: those days never
 * count, and it stays kept out until the feed is well again, or until no usual window reaches back to it. */
export async function settleHold(ctx: Ctx, { holdId, verdict, note }: z.output<typeof SettleHold>): Promise<void> {
  await authorize(ctx, "hold:settle");
  await withTransaction(
    ctx,
    async ({ tx, client }) => {
      const hold = await openHold(client, holdId);
      const { kind, subject, detail } = hold;
      const until = kind === "book_wide" || detail.fault !== "stopped" ? untilOf(subject, kind, detail.since) : null;
      const settled: Partial<HoldDetail> = verdict === "real" ? { releasedOn: ctx.today } : until ? { until } : {};
      await client.query(
        `update holds set verdict = $2, note = $3, released_by = $4, released_at = case when $2 = 'real' then $6::timestamptz end,
           detail = detail || $5::jsonb where id = $1`,
        [
          holdId,
          verdict,
          note,
          ctx.actor.kind === "person" ? ctx.actor.personId : null,
          JSON.stringify(settled),
          ctx.now,
        ],
      );
      if (verdict === "real") {
        const { asOf, accountIds } = await heldToday(client);
        await letCount(client, holdId, asOf ?? ctx.today);
        await rescore(tx, accountIds, "hold");
      }
      await emitAudit(ctx, tx, {
        entry: "hold.settled",
        subject: `hold:${holdId}`,
        before: { kind, subject, openedOn: hold.openedOn, verdict: hold.verdict },
        after: { verdict, note },
      });
    },
    { statementTimeoutMillis: 0 },
  );
}

type Hold = { kind: "feed" | "book_wide"; subject: string; openedOn: Day; verdict: string | null; detail: HoldDetail };

async function openHold(client: PoolClient, holdId: number): Promise<Hold> {
  const { rows } = await client.query<Hold & { isOver: boolean }>(
    `select kind, subject, opened_on as "openedOn", verdict, detail, released_at is not null as "isOver"
     from holds where id = $1 for update`,
    [holdId],
  );
  const [hold] = rows;
  if (!hold) throw new AppError("not_found", "There is no such hold.");
  if (hold.isOver) throw new AppError("conflict", "This hold is over: its data counts again.");
  return hold;
}

function untilOf(subject: string, kind: Hold["kind"], since: Day): Day {
  return addDays(since, catalogueWindow(kind === "book_wide" ? subject : null));
}
