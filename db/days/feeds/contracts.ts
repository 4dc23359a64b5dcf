import "server-only";
import { afterTerm, contractTerms, MONTHLY, termsBy } from "@/db/days/contract-terms";
import { minorDigits } from "@/lib/format";
import { type Feed, held, lowest, type Scope } from "./piece";

const CURRENCIES = Intl.supportedValuesOf("currency").filter((currency) => minorDigits(currency) !== 2);

/** How many minor units a currency's major unit has: 100 but for the yen and its like. */
export const minorUnits = (currency: string) =>
  `case ${currency} ${CURRENCIES.map((code) => `when '${code}' then ${10 ** minorDigits(code)}`).join(" ")} else 100 end`;

const WORKSPACE = "(select currency from settings where id = 1)";

// A rate is between major units, amounts are minor units.
const AMOUNT = `case when x.currency = ${WORKSPACE} then x.arr_cents
  else round(x.arr_cents::numeric * ${minorUnits(WORKSPACE)} / ${minorUnits("x.currency")} * (select r.rate from exchange_rates r
    where r.currency = x.currency and r.day <= x.starts_on order by r.day desc limit 1)::numeric)::int8 end`;

/** What the contracts in force are worth, in the workspace currency at each one's start, and when they must be decided. */
export const contracts: Feed = (scope) => {
  const terms = termsIn(scope);
  return [
    held(
      scope,
      `(select *, ${AMOUNT} as amount from (${terms}) x) x`,
      "x.starts_on",
      "x.over",
      {
        seats: "coalesce(x.seats, 0)",
        arr_cents: "coalesce(x.amount, 0)",
        without_rate: "(x.amount is null)::int",
      },
      true,
    ),
    lowest(scope, "decide_by", decisions(scope, terms)),
  ];
};

function termsIn({ to, low, high }: Scope): string {
  return contractTerms(
    to,
    (accountId) => `${accountId} between ${low} and ${high} and ${accountId} in (select account_id from closing)`,
  );
}

/** Spans in each of which a contract has one decision ahead. */
function decisions(scope: Scope, terms: string): string {
  const months = (day: string) =>
    `((extract(year from ${day}) - extract(year from x.starts_on)) * 12 + extract(month from ${day}) - extract(month from x.starts_on))::int`;
  const anniversary = (k: string) => `(x.starts_on + make_interval(months => ${k}))::date`;
  return `with terms as materialized (select x.* from (${terms}) x where x.over > ${scope.from}),
    spans as (
      select x.account_id, x.over, case when k.k = 1 then x.starts_on else ${anniversary("k.k - 1")} + 1 end as start,
        ${anniversary("k.k")} as decide
      from terms x cross join lateral generate_series(greatest(${months(scope.from)}, 1), greatest(${months(scope.to)} + 1, 1)) k (k)
      where ${MONTHLY}
      union all
      select x.account_id, x.over, x.starts_on, x.ends_on from terms x where not x.auto_renew and not ${MONTHLY}
      union all
      select x.account_id, x.over, case when k.k = 0 then x.starts_on else ${afterTerm("k.k - 1")} end,
        ${afterTerm("k.k")} - 1 - x.notice_days
      from terms x cross join lateral generate_series(0, ${termsBy(scope.to)}) k (k)
      where x.auto_renew and not ${MONTHLY})
    select account_id, start, least(over, decide + 1) as over, decide - date '1970-01-01' as value from spans
    where start <= ${scope.to} and start < least(over, decide + 1) and decide >= ${scope.from}`;
}
