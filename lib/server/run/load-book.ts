import "server-only";
import type { ClientBase } from "pg";
import { afterTerm, contractTerms, termsBy } from "@/db/days/contract-terms";
import type { Day } from "@/lib/core/calendar";

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

type BookRow = [
  id: number,
  segment: string | null,
  lifecycleStage: string | null,
  csmId: number | null,
  amId: number | null,
  endsOn: Day | null,
  isOnboarding: boolean,
];

/** Days after customer_since within which an account may still be onboarding. */
const ONBOARDING_DAYS = 90;
/** The end of the term that runs on the day: later than the first where a contract has renewed itself. */
const TERM_END = `case when x.ends_on >= $1::date or not x.auto_renew then x.ends_on else (
  select min(${afterTerm("k.k")} - 1) from generate_series(1, ${termsBy("$1::date")}) k (k)
  where ${afterTerm("k.k")} > $1::date) end`;
const OUTSIDE = ["trial", "paused", "ended", "churned"];

/** The book on a day: accounts with a contract in force, without trials, paused and ended ones; an account leaves on the
 * day its churn takes effect. Onboarding lasts until the onboarding milestones are
 * achieved, at most 90 days. */
export async function loadBook(client: ClientBase, asOf: Day, accountIds?: readonly number[]): Promise<Book> {
  const { rows } = await client.query<BookRow>({
    rowMode: "array",
    text: `
      select a.id, attributes.segment, attributes.lifecycle_stage, owners.csm_id, owners.am_id, in_force.ends_on,
             case when a.customer_since > $1::date - ${ONBOARDING_DAYS} then coalesce((
               select bool_or(achieved_on is null or achieved_on > $1) from milestones
               where account_id = a.id and kind = 'onboarding'), true) else false end
      from (
        select x.account_id, min(${TERM_END}) as ends_on
        from (${contractTerms("$1::date", (accountId) => (accountIds ? `${accountId} = any($2)` : "true"))}) x
        where x.over > $1::date group by x.account_id
      ) in_force
      join accounts a on a.id = in_force.account_id
      ${latest("account_attributes", "segment, lifecycle_stage", "attributes", accountIds !== undefined)}
      ${latest("account_owners", "csm_id, am_id", "owners", accountIds !== undefined)}
      where lower(coalesce(attributes.lifecycle_stage, '')) <> all ('{${OUTSIDE.join(",")}}')
      order by a.id`,
    values: accountIds ? [asOf, accountIds] : [asOf],
  });
  return {
    asOf,
    accountIds: Int32Array.from(rows, (row) => row[0]),
    segment: rows.map((row) => row[1]),
    lifecycleStage: rows.map((row) => row[2]),
    csmId: rows.map((row) => row[3]),
    amId: rows.map((row) => row[4]),
    endsOn: rows.map((row) => row[5]),
    isOnboarding: rows.map((row) => row[6]),
  };
}

/** The join of the row of a dated table that counts on the day: sorted at once for the whole book, looked up for some. */
function latest(table: string, columns: string, alias: string, ofSome: boolean): string {
  return ofSome
    ? `left join lateral (select ${columns} from ${table}
        where account_id = a.id and valid_from <= $1 order by valid_from desc limit 1) ${alias} on true`
    : `left join (select distinct on (account_id) account_id, ${columns} from ${table}
        where valid_from <= $1 order by account_id, valid_from desc) ${alias} on ${alias}.account_id = a.id`;
}
