import type { PoolClient } from "pg";
import { counted, type Found, type ToInspect } from "./quality-finding";

/** What can only have happened already; contracts, targets and entitlements may well lie ahead. */
const PAST: Record<string, readonly string[]> = {
  accounts: ["customer_since"],
  usage_days: ["day"],
  feature_usage: ["day"],
  tickets: ["opened_at", "closed_at"],
  touchpoints: ["at"],
  invoices: ["issued_on", "paid_on"],
  contacts: ["active_from"],
  surveys: ["at"],
  milestones: ["achieved_on"],
  events: ["at"],
  metrics: ["day"],
  outcomes: ["decided_on"],
  scorecards: ["submitted_at"],
};
/** Tables whose rows say what an account did as a customer: nothing before it was one, nothing after it ended. */
const OF_CUSTOMERS = [
  "contracts",
  "usage_days",
  "feature_usage",
  "tickets",
  "invoices",
  "surveys",
  "metrics",
  "outcomes",
];
const AFTER_END = ["usage_days", "feature_usage", "tickets", "touchpoints", "surveys", "metrics"];

type Odd = { count: number; accounts: number; examples: Found["examples"] };

/** Dates in the future, before the account was a customer, and after it ended. */
export async function findOddDates(client: PoolClient, { spec, today }: ToInspect): Promise<Found[]> {
  const found: Found[] = [];
  for (const column of PAST[spec.table] ?? []) {
    const odd = await oddRows(client, column, `left("${column}", 10) > '${today}'`);
    const text = `${counted(odd.count, "row")} with ${column.replaceAll("_", " ")} after today (${today})`;
    if (odd.count > 0)
      found.push({ kind: "future", column, count: odd.count, examples: odd.examples, text, severity: "warns" });
  }
  const dated = spec.dated;
  if (OF_CUSTOMERS.includes(spec.table)) {
    const since = "(select a.customer_since from accounts a where a.id = staged.account_id)";
    const odd = await oddRows(client, dated, `left("${dated}", 10) < ${since}::text`);
    const text = `${counted(odd.count, "row")} from before ${counted(odd.accounts, "account")} became a customer`;
    if (odd.count > 0)
      found.push({
        kind: "before_customer",
        column: dated,
        count: odd.count,
        examples: odd.examples,
        text,
        severity: "warns",
      });
  }
  if (AFTER_END.includes(spec.table)) {
    // A churned account that signed again has not ended.
    const ended = `(select max(o.effective_on) from outcomes o where o.account_id = staged.account_id and o.kind = 'churned'
      and not exists (select from contracts c where c.account_id = o.account_id and c.starts_on > o.effective_on))`;
    const odd = await oddRows(client, dated, `left("${dated}", 10) > ${ended}::text`);
    const text = `${counted(odd.count, "row")} from after ${counted(odd.accounts, "account")} had ended`;
    if (odd.count > 0)
      found.push({
        kind: "after_end",
        column: dated,
        count: odd.count,
        examples: odd.examples,
        text,
        severity: "warns",
      });
  }
  return found;
}

async function oddRows(client: PoolClient, column: string, condition: string): Promise<Odd> {
  const { rows } = await client.query<Odd>(
    `with odd as (select line, account_key, "${column}" as value from staged where "${column}" is not null and ${condition})
     select count(*)::int as count, count(distinct account_key)::int as accounts,
       (select json_agg(json_build_object('line', line, 'text', account_key || ': ' || value))
        from (select * from odd order by line limit 5) few) as examples
     from odd`,
  );
  const [odd] = rows;
  return odd ? { ...odd, examples: odd.examples ?? [] } : { count: 0, accounts: 0, examples: [] };
}
