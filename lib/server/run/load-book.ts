import "server-only";
import type { ClientBase } from "pg";
import { afterTerm, contractTerms, termsBy } from "@/db/days/contract-terms";
import { type CopyColumn, type CopyQuery, copyColumns } from "@/db/days/copy-columns";
import { amongst, firstOfEach } from "@/db/days/first-of-each";
import { placedBy, placing } from "@/db/days/place-columns";
import { NUMBER } from "@/db/days/slices-sql";
import { type Day, daysRemembered } from "@/lib/core/calendar";

/** The accounts with a contract in force on a day, by id, with the owners, segment and stage they had then. */
export type Book = {
  asOf: Day;
  accountIds: Int32Array;
  segment: (string | null)[];
  lifecycleStage: (string | null)[];
  csmId: (number | null)[];
  amId: (number | null)[];
  /** The first end among the contracts in force; null where all are evergreen. */
  endsOn: (Day | null)[];
  isOnboarding: boolean[];
};

/** Days after customer_since within which an account may still be onboarding. */
const ONBOARDING_DAYS = 90;
const OUTSIDE = ["trial", "paused", "ended", "churned"];
const INT: CopyColumn = { type: "int4", absent: Number.NaN };

/** The book on a day: accounts with a contract in force, without trials, paused and ended ones; an account leaves on the
 * day its churn takes effect. Onboarding lasts until the onboarding milestones are
 * achieved, at most 90 days. */
export async function loadBook(client: ClientBase, asOf: Day, accountIds?: readonly number[]): Promise<Book> {
  const [segments, stages]: [string[], string[]] = [[], []];
  const word = (words: string[]): CopyColumn => ({ type: "text", words, absent: Number.NaN });
  const latest = (table: string, columns: string) =>
    firstOfEach({ table, columns, condition: `valid_from <= date '${asOf}'`, order: "valid_from desc", accountIds });
  const queries: CopyQuery[] = [
    { sql: inForce(asOf, accountIds), columns: [INT, INT] },
    { sql: latest("account_attributes", "segment, lifecycle_stage"), columns: [INT, word(segments), word(stages)] },
    { sql: latest("account_owners", "csm_id, am_id"), columns: [INT, INT, INT] },
    { sql: inOnboarding(asOf, accountIds), columns: [INT, INT] },
  ];
  const copied = await copyColumns(client, queries);
  const ids = Int32Array.from(copied[0]?.[0] ?? []).sort();
  const place = placing(ids);
  const [endsOn, segment, stage, csmId, amId, started] = copied.flatMap((columns, i) =>
    placedBy(columns, queries[i] as CopyQuery, ids.length, place),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const isOutside = stages.map((name) => OUTSIDE.includes(name.toLowerCase()));
  const book = Int32Array.from(ids.keys()).filter((at) => !isOutside[stage[at] as number]);
  const dayOf = daysRemembered();
  const column = <Value>(values: Float64Array, of: (value: number) => Value) =>
    Array.from(book, (at) => (Number.isNaN(values[at]) ? null : of(values[at] as number)));
  return {
    asOf,
    accountIds: book.map((at) => ids[at] as number),
    segment: column(segment, (at) => segments[at] as string),
    lifecycleStage: column(stage, (at) => stages[at] as string),
    csmId: column(csmId, (id) => id),
    amId: column(amId, (id) => id),
    endsOn: column(endsOn, dayOf),
    isOnboarding: Array.from(book, (at) => !Number.isNaN(started[at])),
  };
}

/** The accounts with a contract in force and the first end of a term that runs on the day: later than the contract's own where
 * one has renewed itself. */
function inForce(asOf: Day, accountIds: readonly number[] | undefined): string {
  const day = `date '${asOf}'`;
  const termEnd = `case when x.ends_on >= ${day} or not x.auto_renew then x.ends_on else (
    select min(${afterTerm("k.k")} - 1) from generate_series(1, ${termsBy(day)}) k (k) where ${afterTerm("k.k")} > ${day}) end`;
  return `select account_id, ${NUMBER(`min(${termEnd})`)}
    from (${contractTerms(day, (accountId) => amongst(accountId, accountIds))}) x where over > ${day} group by account_id`;
}

/** The accounts that are still onboarding, and since when they are customers. */
function inOnboarding(asOf: Day, accountIds: readonly number[] | undefined): string {
  return `select id, ${NUMBER("customer_since")} from accounts
    where customer_since > date '${asOf}' - ${ONBOARDING_DAYS} and ${amongst("id", accountIds)} and coalesce((
      select bool_or(achieved_on is null or achieved_on > date '${asOf}') from milestones
      where account_id = accounts.id and kind = 'onboarding'), true)`;
}
