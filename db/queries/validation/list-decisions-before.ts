import "server-only";
import { databaseOn } from "@/db/client";
import { addDays } from "@/lib/core/calendar";
import type { Decision } from "@/lib/core/validation/cohort";
import type { Ctx } from "@/lib/server/context";
import { readWhole } from "@/lib/server/run/read-whole";
import { listDecided } from "./list-decided";
import { listKnownBefore } from "./list-known-before";
import { loadReplays, type SaidBy } from "./load-replays";

interface Asked {
  horizon: number;
  /** A version of the model; null: as people knew it then, by whichever version counted. */
  version: number | null;
  /** Days are counted back from when it was decided, or from when it took effect. */
  before?: "decided" | "effective";
  /** Whose scorecard was in force, where it is asked what was known. */
  withAuthors?: boolean;
}

/** Every decision so far, once, oldest first, with what was said of the account so many days before it: as it was known then
 * (published, else replayed), or by a version of the model. Nothing of a later day enters. */
export async function listDecisionsBefore(ctx: Ctx, asked: Asked): Promise<Decision[]> {
  const [decisions] = await listDecisionsAsked(ctx, [asked]);
  return decisions ?? [];
}

/** The same for several questions, of one moment, with what they share read once. */
export async function listDecisionsAsked(ctx: Ctx, asked: readonly Asked[]): Promise<Decision[][]> {
  return readWhole(ctx.db, (client) => answered({ ...ctx, db: databaseOn(client) }, asked));
}

async function answered(ctx: Ctx, asked: readonly Asked[]): Promise<Decision[][]> {
  const decided = await listDecided(ctx);
  const replays = new Map<number, SaidBy>();
  for (const { version } of asked)
    if (version !== null && !replays.has(version)) replays.set(version, await loadReplays(ctx, version));
  const answers: Decision[][] = [];
  for (const { horizon, version, before = "decided", withAuthors = false } of asked) {
    const known = version === null ? await listKnownBefore(ctx, { horizon, before, withAuthors }) : null;
    const saidBy = version === null ? null : replays.get(version);
    answers.push(
      decided.map((one): Decision => {
        const cut = addDays(before === "decided" ? one.decidedOn : one.effectiveOn, -horizon);
        const found = known?.get(`${one.accountId} ${one.decidedOn}`) ?? null;
        // Written out: to spread tens of thousands of objects takes longer than to read them.
        return {
          accountId: one.accountId,
          slug: one.slug,
          name: one.name,
          segment: one.segment,
          kind: one.kind,
          decidedOn: one.decidedOn,
          effectiveOn: one.effectiveOn,
          arrBeforeCents: one.arrBeforeCents,
          arrAfterCents: one.arrAfterCents,
          avoidable: one.avoidable,
          isMidTerm: one.isMidTerm,
          isWorked: one.workedUntil !== null && one.workedUntil > cut,
          author: found?.author ?? null,
          lastGreenOn: one.lastGreenOn,
          known: found,
          version: saidBy?.(one.accountId, cut) ?? null,
        };
      }),
    );
  }
  return answers;
}
