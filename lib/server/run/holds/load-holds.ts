import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import type { HeldSubjects } from "@/lib/core/guards/held-columns";
import { MEASURES } from "@/lib/core/measures/catalogue";
import type { Feed } from "@/lib/core/measures/columns";

/** What a hold keeps about why: since which day, the run whose readings stand in, and the figures that told it. */
export type HoldDetail = {
  since: Day;
  /** Null where no run before it is known: then nothing stands in. */
  baseRun: number | null;
  fault?: "stopped" | "short" | "excess";
  found?: number;
  usual?: number | null;
  /** Of a book-wide move: accounts that it moved, of how many. */
  moved?: number;
  accounts?: number;
  /** Until when a move that a person has explained is kept out. */
  until?: Day;
  releasedOn?: Day;
};

export type Verdict = "data_fault" | "holiday" | "incident" | "real" | "by_itself";

export type OpenHold = {
  id: number;
  kind: "feed" | "book_wide";
  subject: string;
  openedOn: Day;
  verdict: Verdict | null;
  detail: HoldDetail;
};

/** Holds in force, oldest first. */
export async function loadHolds(client: ClientBase): Promise<OpenHold[]> {
  const { rows } = await client.query<OpenHold>(
    `select id, kind, subject, opened_on as "openedOn", verdict, detail from holds where released_at is null order by id`,
  );
  return rows;
}

/** The day of the run that everybody sees, and the accounts that stand otherwise than computed in it. */
export async function heldToday(client: ClientBase): Promise<{ asOf: Day | null; accountIds: number[] }> {
  const { rows } = await client.query<{ asOf: Day; accountIds: number[] }>(
    `select as_of as "asOf", array(select account_id from held_days where day = as_of order by 1) as "accountIds"
     from runs where is_current`,
  );
  return rows[0] ?? { asOf: null, accountIds: [] };
}

/** Whether a measure is kept out on a day. */
export async function isMeasureHeld(client: ClientBase, measureKey: string, day: Day): Promise<boolean> {
  const feeds = [MEASURES[measureKey]?.feed ?? null];
  const { rowCount } = await client.query(
    `select from holds where opened_on <= $3 and (released_at is null or (detail->>'releasedOn')::date > $3)
       and (kind = 'feed' and subject = any($2) or kind = 'book_wide' and subject = $1)
       and verdict is distinct from 'real' limit 1`,
    [measureKey, feeds, day],
  );
  return (rowCount ?? 0) > 0;
}

/** What holds keep out: whole feeds and single measures. */
export function subjectsOf(holds: readonly Pick<OpenHold, "kind" | "subject">[]): HeldSubjects {
  return {
    feeds: holds.filter(({ kind }) => kind === "feed").map(({ subject }) => subject as Feed),
    measures: holds.filter(({ kind }) => kind === "book_wide").map(({ subject }) => subject),
  };
}
