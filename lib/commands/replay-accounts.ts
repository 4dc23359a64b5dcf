import "server-only";
import type { Day } from "@/lib/core/calendar";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { closeUpTo } from "@/lib/server/run/close-up-to";
import { forgetReplays } from "@/lib/server/run/forget-replays";
import { poolOf } from "@/lib/server/run/full-run";
import { replayDaysFor } from "@/lib/server/run/replay-days";
import { replayedDays } from "@/lib/server/run/replayed-days";
import { withTransaction } from "@/lib/server/transaction";

interface Request {
  /** The first day that history is replayed from. */
  from: Day;
  progress?: (done: number, of: number) => void;
}

/** Accounts replayed; `isWhole` says that a replay for everybody from `from` on is due instead, and nothing was done. */
export type Replayed = { accountIds: number[]; days: number; from: Day | null; isWhole: boolean };
type Queued = { id: number; from: Day; mark: string };

/** Days in one transaction. */
const AT_ONCE = 20;

/** Replays the past of the accounts of which it is told differently now: the days replayed before, and only theirs. Where they
 * are half of the book, or days have never been replayed, everybody's history is due. */
export async function replayAccounts(ctx: Ctx, { from, progress }: Request): Promise<Replayed> {
  await authorize(ctx, "run:compute");
  const pool = poolOf(ctx);
  await closeUpTo(pool, ctx.today, from);
  const { rows: queued } = await pool.query<Queued>(
    `select account_id as id, greatest(from_day, $1::date) as from, xmin::text as mark from replay_queue order by 1`,
    [from],
  );
  const first = queued.map((row) => row.from).sort()[0];
  if (first === undefined) return { accountIds: [], days: 0, from: null, isWhole: false };
  const { kept, missing } = await replayedDays(pool, { from: first, to: ctx.today });
  const { rows: book } = await pool.query<{ accounts: number }>("select count(*)::int as accounts from triage");
  const past = missing.filter((day) => day < ctx.today);
  const isWhole = past.length > 0 || queued.length * 2 > (book[0]?.accounts ?? 0);
  if (isWhole && (kept.length > 0 || past.length > 0)) return { accountIds: [], days: 0, from: first, isWhole };
  const fromDays = new Map(queued.map((row) => [row.id, row.from]));
  for (let at = 0; at < kept.length; at += AT_ONCE) {
    const chunk = kept.slice(at, at + AT_ONCE);
    await withTransaction(pool, ({ client }) => replayDaysFor(client, chunk, fromDays));
    progress?.(Math.min(at + AT_ONCE, kept.length), kept.length);
  }
  await forgetReplays(pool, fromDays, from);
  await pool.query(
    `delete from replay_queue q using unnest($1::int[], $2::text[]) r (id, mark)
     where q.account_id = r.id and q.xmin::text = r.mark`,
    [queued.map(({ id }) => id), queued.map(({ mark }) => mark)],
  );
  return { accountIds: queued.map(({ id }) => id), days: kept.length, from: first, isWhole: false };
}
