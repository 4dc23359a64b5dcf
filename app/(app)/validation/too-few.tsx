import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { ValidationSummary } from "@/db/queries/validation/get-validation-summary";
import { FEWEST_OUTCOMES } from "@/lib/core/validation/verdict";
import { isBeingComputed, lacksHistory } from "@/lib/core/validation/verdict-sentence";
import { paths } from "@/lib/paths";
import { waitingWords } from "./notices";

/** Why there are no percentages: what is still computed, or what is missing and how to import it. */
export function TooFew({ summary, mayImport }: { summary: ValidationSummary; mayImport: boolean }) {
  const { n, horizon, waiting } = summary.report;
  if (isBeingComputed(summary.report))
    return (
      <EmptyState kind="not_enough_history" title={`Being computed: ${n} of ${n + waiting.length} decisions so far`}>
        What this version says of each account {horizon} days before its decision is not there yet.{" "}
        {waitingWords(summary)}
      </EmptyState>
    );
  const hasOutcomes = lacksHistory(summary.report);
  return (
    <EmptyState
      kind="not_enough_history"
      title={`${n} of the ${FEWEST_OUTCOMES} decisions that it takes`}
      action={
        mayImport ? (
          <Link href={paths.newImport()} className="text-primary underline">
            {hasOutcomes ? "Import signals with their dates" : "Import outcomes.csv"}
          </Link>
        ) : null
      }
    >
      <p className="mb-2">
        {hasOutcomes
          ? `The outcomes are there; what accounts looked like ${horizon} days before them is not. Signals without a date, or all of one day, say nothing of the past: no figure stands on them.`
          : `No percentage is shown below ${FEWEST_OUTCOMES}. What counts is a renewal decision (renewed, expanded, downsold or churned, with the day it was decided) of an account whose signals reach back ${horizon} days before that day.`}
      </p>
      <Card dense className="text-left">
        <p className="font-medium">What to import under Data</p>
        <ul className="list-disc pl-5">
          {!hasOutcomes && <li>outcomes.csv: account, outcome, decided on, effective on, ARR before and after</li>}
          <li>usage, tickets, meetings and invoices of the months before, with their own dates</li>
          <li>scorecards of those months, if account managers answered any</li>
        </ul>
      </Card>
    </EmptyState>
  );
}
