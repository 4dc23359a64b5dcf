import "server-only";

/** Contracts with the day from which each is no longer in force (`over`, infinity: still), exact for days up to `to`.
 * One that renews itself goes on after its end, term by term, until a later contract begins (from 30 days before that
 * end on) or the customer's churn takes effect; a churn ends every contract that began before it. `amongst` says of which
 * accounts, by the name of the column that holds their id. */
export function contractTerms(to: string, amongst: (accountId: string) => string = () => "true"): string {
  return `select x.*, ${MONTHS} as months, ${TERM} as term,
      least(case when churn.latest > x.starts_on then (
          select min(o.effective_on) from outcomes o
          where o.account_id = x.account_id and o.kind = 'churned' and o.effective_on > x.starts_on) end,
        case when x.ends_on is null then 'infinity' when not x.auto_renew then x.ends_on + 1
          when x.ends_on >= ${to} then 'infinity'
          else greatest(x.ends_on + 1, coalesce((select min(n.starts_on) from contracts n where n.account_id = x.account_id
            and n.starts_on > x.starts_on and n.starts_on >= x.ends_on - 30), 'infinity')) end) as over
    from contracts x left join (
      select account_id, max(effective_on) as latest from outcomes where kind = 'churned' and ${amongst("account_id")} group by account_id
    ) churn on churn.account_id = x.account_id
    where x.starts_on <= ${to} and coalesce(x.ends_on, 'infinity') >= x.starts_on and ${amongst("x.account_id")}`;
}

const TERM = "(x.ends_on + 1 - x.starts_on)";
const MONTHS = `(case when (x.starts_on + make_interval(months => round(${TERM} / 30.436875)::int))::date = x.ends_on + 1
  then round(${TERM} / 30.436875)::int end)`;

/** Contracts with the length of their terms, as the day after a term's end is computed from. */
export function termsOf(condition: string): string {
  return `select x.*, ${MONTHS} as months, ${TERM} as term from contracts x where x.ends_on is not null and ${condition}`;
}

/** The day after the end of a contract's term number k (0: the first); of whole months where the first was. */
export function afterTerm(k: string): string {
  return `(case when x.months is not null then (x.starts_on + make_interval(months => x.months * (${k} + 1)))::date
    else x.ends_on + 1 + (${k}) * x.term end)`;
}

/** How many terms of a self-renewing contract may have begun by a day, at most. */
export function termsBy(day: string): string {
  return `((${day} - x.starts_on) / greatest(x.term - 3, 1) + 1)`;
}

/** Whether a contract decides every month: without an end, or with a term of at most 31 days. */
export const MONTHLY = "(x.ends_on is null or x.term <= 31)";
