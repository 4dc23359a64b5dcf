import { expect, it } from "vitest";
import { suggestValues } from "@/lib/ingest/suggest-values";
import { TABLES } from "@/lib/ingest/tables";

function words(table: string, column: string, theirs: string[]) {
  const spec = TABLES.get(table)?.columns.find(({ name }) => name === column);
  if (!spec) throw new Error(`${table} has no ${column}`);
  return Object.values(suggestValues(spec, theirs));
}

it.each([
  [
    "outcomes",
    "kind",
    "churned",
    ["Lost", "Cancelled", "Canceled", "Churn", "Closed Lost", "closed-lost", "Not renewed", "Gekündigt"],
  ],
  ["outcomes", "kind", "downsold", ["Contracted", "Downgrade", "Reduced", "DOWNSELL"]],
  ["outcomes", "kind", "renewed", ["Won", "Closed Won", "Renewal", "renewed"]],
  ["outcomes", "kind", "expanded", ["Upsell", "Upgrade", "Expansion"]],
  [
    "tickets",
    "severity",
    "critical",
    ["Sev1", "SEV-1", "P1", "Urgent", "Blocker", "P1 - Production down", "Critical (outage)"],
  ],
  ["tickets", "severity", "high", ["Sev2", "P2", "High", "Major"]],
  ["tickets", "severity", "normal", ["Medium", "P3", "normal"]],
  ["tickets", "severity", "low", ["P4", "Minor", "Trivial"]],
  ["touchpoints", "kind", "qbr", ["QBR", "EBR", "Business Review"]],
  ["touchpoints", "kind", "check_in", ["Check-in", "Meeting", "Weekly Sync"]],
  ["contacts", "role", "economic_buyer", ["Decision maker", "DECISION_MAKER", "Budget holder"]],
  ["contacts", "role", "power_user", ["Admin", "Power User"]],
  ["surveys", "kind", "nps", ["NPS", "Net Promoter Score"]],
  ["milestones", "kind", "onboarding", ["Go-live", "Kickoff"]],
  ["scorecards", "champion", "at_risk", ["At risk", "yellow"]],
  ["scorecards", "executive", "n/a", ["N/A", "not applicable"]],
  ["invoices", "disputed", "true", ["Ja", "yes", "x", "TRUE"]],
  ["tickets", "csat", "5", ["Good"]],
  ["events", "sign", "-1", ["negative"]],
])("of %s.%s, %s is meant", (table, column, ours, theirs) => {
  expect(words(table, column, theirs)).toEqual(theirs.map(() => ours));
});

it("what is not known stays open, and a word is never taken for its opposite", () => {
  expect(words("outcomes", "kind", ["Paused", "Not won", "Won't renew", "Renewed?? no"])).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(words("tickets", "severity", ["Whatever"])).toEqual([null]);
});
