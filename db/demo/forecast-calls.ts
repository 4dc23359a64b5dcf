import { dayNumber } from "@/lib/core/calendar";
import type { Call } from "@/lib/core/forecast/calls";
import type { Blueprint, Decision, Tone } from "./blueprint";
import { line } from "./line";
import { MANAGERS } from "./people";
import { type Random, randomOf } from "./prng";
import { ACCEPTED, redDecisionOf } from "./red-decisions";
import { termOn } from "./terms";
import { toneOn } from "./tone-on";
import { dayText, GO_LIVE, today } from "./window";

export const FORECAST_CALL_COLUMNS = "account_id, decide_by, call, note, called_on, called_by, recorded_at";

/** Days before a decide-by date from which account managers call it; most do. */
const AHEAD = 200;
const CALLED = 0.75;
const BY_TONE: Record<Tone, readonly Call[]> = {
  green: ["commit", "commit", "best_case"],
  yellow: ["best_case", "at_risk", "commit"],
  red: ["at_risk", "lost", "at_risk"],
};

/** What account managers called since go-live: the decisions that followed, and those to come. A loss that the manager accepted
 * is called lost. */
export function forecastCallRows(account: Blueprint): string {
  const random = randomOf(account.id, 41);
  const goLive = dayNumber(GO_LIVE);
  const row = (decideBy: number, call: Call, on: number, by = account.amId, note: string | null = null) =>
    line(account.id, dayText(decideBy), call, note, dayText(on), by, `${dayText(on)} 10:00:00+00`);
  let rows = "";
  for (const decision of account.decisions) {
    if (decision.decidedOn < goLive + 4 || !random.chance(0.9)) continue;
    const on = Math.max(goLive + 1, decision.decidedOn - random.int(3, 45));
    rows += row(decision.decidedOn + random.int(0, 10), foreseen(decision, random), on);
  }
  const decideBy = termOn(account, today).endsOn - (account.autoRenew ? account.noticeDays : 0);
  const decided = redDecisionOf(account);
  if (decided && !decided.invests && account.leavesOn === null && decideBy > today)
    return rows + row(decideBy, "lost", decided.on, MANAGERS[0], ACCEPTED);
  if (account.leavesOn === null && decideBy > today && decideBy <= today + AHEAD && random.chance(CALLED)) {
    const on = today - random.int(1, 40);
    rows += row(decideBy, random.pick(BY_TONE[toneOn(account, on)]), on);
  }
  return rows;
}

/** Right about seven of ten that are lost, and nine of ten that stay. */
function foreseen({ kind }: Decision, random: Random): Call {
  const isBad = kind === "churned" || kind === "downsold";
  const saysBad = isBad ? random.chance(0.7) : random.chance(0.1);
  return saysBad ? random.pick(["at_risk", "lost"] as const) : random.pick(["commit", "commit", "best_case"] as const);
}
