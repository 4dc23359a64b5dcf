import type { Tone } from "@/lib/core/health/bands";
import { CAUSE_BOOK, type Cause } from "./causes";
import { type Play, playNamed } from "./plays";

/** The plays that fit an account, best first: those of its cause; an early renewal talk only with at least 120 days to decide and
 * payments clean; the renewal play wherever at most 180 days are left. Nothing is suggested for a data fault but to mend the data.
 * @example playsFor({ cause: "price", tone: "yellow", daysToDecideBy: 170, paymentsClean: true }).map((play) => play.key) // → ["pricing_talk", "renewal"] */
export function playsFor({
  cause,
  tone,
  daysToDecideBy,
  paymentsClean,
}: {
  cause: Cause | null;
  tone: Tone | null;
  daysToDecideBy: number | null;
  paymentsClean: boolean;
}): Play[] {
  const keys = cause === null ? [] : [...CAUSE_BOOK[cause].plays];
  const early = paymentsClean && daysToDecideBy !== null && daysToDecideBy >= 120;
  const fitting = keys.filter((key) => key !== "renewal" && (key !== "early_renewal" || early));
  if (early && tone !== "green" && cause === "relationship_loss") fitting.push("early_renewal");
  if (cause !== "data_fault" && daysToDecideBy !== null && daysToDecideBy >= 0 && daysToDecideBy <= 180)
    fitting.push("renewal");
  return fitting.map(playNamed);
}
