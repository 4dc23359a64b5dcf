import { dayText, moneyFull } from "@/lib/format";
import type { OutcomeFacts } from "./outcome-form";
import { avoidableText, causeText, OUTCOME_NAMES } from "./outcome-words";

/** One outcome in a sentence: what, when, the money before and after, and of a loss its cause. */
export function OutcomeLine({ outcome, currency }: { outcome: OutcomeFacts; currency: string }) {
  const { kind, decidedOn, effectiveOn, arrBeforeCents, arrAfterCents, cause, avoidable } = outcome;
  const money = (cents: number | null) => moneyFull(cents, outcome.currency ?? currency);
  const isLoss = kind === "churned" || kind === "downsold";
  return (
    <li>
      <span className="font-medium">{OUTCOME_NAMES[kind]}</span> {dayText(decidedOn)}
      <span className="text-muted-foreground">
        {effectiveOn !== decidedOn && `, from ${dayText(effectiveOn)}`} · {money(arrBeforeCents)} →{" "}
        {money(arrAfterCents)}
        {(isLoss || cause) && ` · ${causeText(cause)}${avoidableText(avoidable)}`}
      </span>
    </li>
  );
}
