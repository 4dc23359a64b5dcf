/** What the tables that files fill are called, and what a row of each is. */
export const TABLE_WORDS: Readonly<Record<string, { name: string; row: string }>> = {
  accounts: { name: "Accounts", row: "a company, its owners, its contract" },
  people: { name: "People", row: "somebody who works here" },
  contracts: { name: "Contracts", row: "a contract or subscription" },
  usage_days: { name: "Usage", row: "a day, week or month of an account's use" },
  feature_usage: { name: "Feature usage", row: "a feature used on a day" },
  entitlements: { name: "Entitlements", row: "a module that an account has bought" },
  tickets: { name: "Support tickets", row: "a ticket or case" },
  touchpoints: { name: "Touchpoints", row: "a meeting, call, e-mail or review" },
  invoices: { name: "Invoices", row: "an invoice" },
  contacts: { name: "Contacts", row: "a person at the customer" },
  surveys: { name: "Surveys", row: "one answer: NPS, CSAT or CES" },
  milestones: { name: "Milestones", row: "an onboarding or outcome milestone" },
  events: { name: "Events", row: "something that happened" },
  metrics: { name: "Custom metrics", row: "any figure computed elsewhere" },
  outcomes: { name: "Outcomes", row: "a renewal, expansion, downsell or churn" },
  scorecards: { name: "Scorecards", row: "what people said in a month" },
};

/** tableName("usage_days") → "Usage". */
export function tableName(table: string): string {
  return TABLE_WORDS[table]?.name ?? columnWords(table);
}

const SHORT: Readonly<Record<string, string>> = {
  id: "ID",
  arr: "ARR",
  csat: "CSAT",
  csm: "CSM",
  am: "AM",
  crm: "CRM",
  url: "URL",
  "28d": "28 d",
};

/** A column's name for readers: columnWords("arr_before") → "ARR before", "account_id" → "Account". */
export function columnWords(column: string): string {
  if (column === "account_id") return "Account";
  const words = column.split("_").map((word) => SHORT[word] ?? word);
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
