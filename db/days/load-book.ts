import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import { afterTerm, contractTerms, termsBy } from "./contract-terms";

export type BookAccount = {
  accountId: number;
  slug: string;
  name: string;
  segment: string | null;
  lifecycleStage: string | null;
  csmId: number | null;
  amId: number | null;
  customerSince: Day | null;
  /** Null where the rate of a contract in force is missing, or the day is not closed. */
  arrCents: number | null;
  /** The earliest end of a contract in force, of its current term where it renewed itself; null when all are open-ended. */
  endsOn: Day | null;
  decideBy: Day | null;
};

/** The accounts in the book on a day, by id, with owners, segment, lifecycle stage and contracts as they were then. */
export async function loadBook(client: ClientBase, asOf: Day, accountIds?: readonly number[]): Promise<BookAccount[]> {
  const { rows } = await client.query<BookAccount>(
    `select a.id as "accountId", a.slug, a.name, t.segment, t.lifecycle_stage as "lifecycleStage", o.csm_id as "csmId",
       o.am_id as "amId", a.customer_since as "customerSince", d.arr_cents as "arrCents", b.ends_on as "endsOn",
       d.decide_by as "decideBy"
     from (${BOOK}) b join accounts a on a.id = b.account_id
     left join account_day d on d.account_id = b.account_id and d.day = $1::date
     left join (select distinct on (account_id) * from account_attributes where valid_from <= $1::date
       order by account_id, valid_from desc) t on t.account_id = b.account_id
     left join (select distinct on (account_id) * from account_owners where valid_from <= $1::date
       order by account_id, valid_from desc) o on o.account_id = b.account_id
     order by b.account_id`,
    [asOf, accountIds ?? null],
  );
  return rows;
}

const CURRENT_END = `case when x.ends_on is null or x.ends_on >= $1::date then x.ends_on else (
  select min(${afterTerm("k.k")} - 1) from generate_series(0, ${termsBy("$1::date")}) k (k)
  where ${afterTerm("k.k")} > $1::date) end`;
const BOOK = `select x.account_id, min(${CURRENT_END}) as ends_on
  from (${contractTerms("$1::date", "($2::int[] is null or x.account_id = any ($2))")}) x where x.over > $1::date
  group by x.account_id`;
