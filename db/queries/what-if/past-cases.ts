import "server-only";
import type { ClientBase, PoolClient } from "pg";
import { databaseOn } from "@/db/client";
import { loadSlices } from "@/db/days/load-slices";
import { listDecisionsBefore } from "@/db/queries/validation/list-decisions-before";
import type { Day } from "@/lib/core/calendar";
import type { Slices } from "@/lib/core/measures/measure";
import type { Needs } from "@/lib/core/measures/needs";
import { cohortOf, type Decision, EVERY_DECISION } from "@/lib/core/validation/cohort";
import type { Ctx } from "@/lib/server/context";
import { narrowSlices } from "@/lib/server/run/narrow-slices";
import type { TriedRun } from "./current-run";

/** A decision with what is kept of the day of its cut: the definition that scored it, and its readings. */
export type PastCase = Decision & { version: { definition: number; readings: number[] } };

/** The past decisions that validation compares, with what the run's model is kept to have read so many days before each, and how
 * many are not replayed yet. Whoever was not in the book on that day is left out. */
export async function pastCases(
  ctx: Ctx,
  client: PoolClient,
  { scoring }: Pick<TriedRun, "scoring">,
  days: number,
): Promise<{ cases: PastCase[]; waiting: number }> {
  const here = { ...ctx, db: databaseOn(client) };
  const { decisions } = cohortOf(await listDecisionsBefore(here, { horizon: days, version: scoring }), EVERY_DECISION);
  return {
    cases: decisions.filter(({ version }) => version?.readings && version.definition !== null) as PastCase[],
    waiting: decisions.filter(({ version }) => version === null).length,
  };
}

/** Cases by the day of their cut, earliest first; within a day by account. */
export function byCut(cases: readonly PastCase[]): [Day, PastCase[]][] {
  const days = new Map<Day, PastCase[]>();
  for (const one of cases) days.set(one.version.day, [...(days.get(one.version.day) ?? []), one]);
  return [...days];
}

/** What the signals said of the cases of one day, one row a case. */
export async function slicesOfCut(client: ClientBase, [day, cases]: [Day, PastCase[]], needs: Needs): Promise<Slices> {
  const accountIds = cases.map(({ accountId }) => accountId);
  return narrowSlices(await loadSlices(client, { asOf: day, needs, accountIds }), Int32Array.from(accountIds));
}
