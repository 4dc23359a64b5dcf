import type { Blueprint } from "./blueprint";
import { line } from "./line";
import { termOn } from "./terms";
import { dayText } from "./window";

export const OUTCOME_COLUMNS =
  "account_id, external_id, kind, decided_on, effective_on, arr_before_cents, arr_after_cents, currency, cause, avoidable, note, recorded_at";

/** What was decided at the end of each term, with the money before and after. */
export function outcomeRows(account: Blueprint): string {
  let rows = "";
  for (const [index, decision] of account.decisions.entries()) {
    const before = termOn(account, decision.effectiveOn - 1).arrCents;
    const after = decision.kind === "churned" ? 0 : termOn(account, decision.effectiveOn).arrCents;
    rows += line(
      account.id,
      `o-${account.id}-${index + 1}`,
      decision.kind,
      dayText(decision.decidedOn),
      dayText(decision.effectiveOn),
      before,
      after,
      account.currency,
      decision.cause,
      decision.avoidable,
      null,
      `${dayText(decision.decidedOn)} 15:00:00+00`,
    );
  }
  return rows;
}
