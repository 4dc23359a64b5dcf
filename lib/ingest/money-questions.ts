import type { ColumnProfile } from "./column-profile";
import { headerName } from "./header-name";
import { type Mapping, sourcesOf } from "./mapping";
import { wordsOf } from "./reads-as";
import type { Question } from "./suggest-questions";
import type { TableSpec } from "./table-spec";

const A_YEAR: Record<string, number> = {
  month: 12,
  monthly: 12,
  quarter: 4,
  quarterly: 4,
  year: 1,
  yearly: 1,
  annual: 1,
  annually: 1,
};
const INTERVALS = [
  "interval",
  "plan_interval",
  "billing_interval",
  "billing_period",
  "billing_frequency",
  "billing_cycle",
];
/** Fields of Stripe's interface, which counts in the smallest unit of a currency. */
const API_AMOUNTS = /^(amount_(due|paid|remaining|total)|unit_amount|plan\.amount|plan_amount|total|subtotal)$/;

/** What an amount may mean: a year's or a month's, cents or whole units, what a customer pays or what it earns. */
export function questionsOfMoney(spec: TableSpec, profiles: readonly ColumnProfile[], mapping: Mapping): Question[] {
  const sources = sourcesOf(mapping);
  const questions: Question[] = [];
  const arr = sources.get("arr");
  const interval = profiles.find(({ header }) => INTERVALS.includes(headerName(header)));
  if (arr && arr.times === undefined && interval && !/arr|annual|acv/.test(headerName(arr.from))) {
    questions.push({
      kind: "meaning",
      column: "arr",
      from: arr.from,
      text: `Is "${arr.from}" an amount per "${interval.header}"?`,
      choices: [
        ...wordsOf(interval).flatMap((word) => {
          const times = A_YEAR[headerName(word)];
          if (!times) return [];
          const only = wordsOf(interval).length > 1 ? { only: { [interval.header]: [word] } } : {};
          const sets = { columns: { arr: { from: arr.from, times } }, ...only };
          return [
            { value: word, label: `Per ${word}: times ${times}${only.only ? "; other rows are left out" : ""}`, sets },
          ];
        }),
        { value: "year", label: "It is a year's amount already", sets: { columns: { arr: arr.from } } },
      ],
    });
  }
  const amount = sources.get("amount") ?? (spec.table === "contracts" ? arr : undefined);
  const profile = profiles.find(({ header }) => header === amount?.from);
  const hasApiNames = profiles.some(({ header }) =>
    /^(customer|current_period_end|hosted_invoice_url|amount_due)$/.test(header),
  );
  if (amount && profile && hasApiNames && API_AMOUNTS.test(amount.from) && profile.decimal === null) {
    const column = sources.get("amount") ? "amount" : "arr";
    questions.push({
      kind: "meaning",
      column,
      from: amount.from,
      text: `Stripe's interface counts in cents. Is ${profile.samples[0]} in "${amount.from}" in cents?`,
      choices: [
        { value: "cents", label: "Yes, in cents", sets: { columns: { [column]: { from: amount.from, times: 0.01 } } } },
        { value: "units", label: "No, in whole units", sets: { columns: { [column]: amount.from } } },
      ],
    });
  }
  const since = sources.get("customer_since")?.from;
  if (spec.table === "accounts" && arr && !sources.has("contract_start")) {
    const dates = profiles.filter(({ kinds, filled }) => filled > 0 && kinds.date === filled);
    questions.push({
      kind: "meaning",
      column: "contract_start",
      text: `When did the contract begin that "${arr.from}" is of? Without its day no contract is written.`,
      choices: [
        ...dates
          .sort((a, b) => Number(b.header === since) - Number(a.header === since))
          .map(({ header }) => ({ value: header, label: header, sets: { columns: { contract_start: header } } })),
        { value: "none", label: "No column says it: contracts come in a file of their own", sets: {} },
      ],
    });
  }
  const turnover = profiles.find(({ header }) => headerName(header) === "annual_revenue");
  if (spec.table === "accounts" && turnover && !arr) {
    questions.push({
      kind: "meaning",
      column: "arr",
      from: turnover.header,
      text: `Is "${turnover.header}" what the account pays a year, or its own turnover?`,
      choices: [
        { value: "attribute", label: "Its own turnover", sets: {} },
        { value: "arr", label: "What it pays a year", sets: { columns: { arr: turnover.header } } },
      ],
    });
  }
  return questions;
}
