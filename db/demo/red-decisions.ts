import { dayNumber } from "@/lib/core/calendar";
import type { Blueprint } from "./blueprint";
import { line } from "./line";
import { MANAGERS } from "./people";
import { randomOf } from "./prng";
import { toneOn } from "./tone-on";
import { dayText, GO_LIVE, today } from "./window";

export const RED_DECISION_COLUMNS =
  "account_id, kind, decided_on, decided_by, budget_cents, exit_test, decide_again_on, note, recorded_at";

/** Stories that wait for their decision. */
const WAITING = new Set(["kestrel-bank", "northwind-freight", "pine-systems"]);
const DECIDED = 0.8;
const INVESTED = 0.6;

export const ACCEPTED = "Hours go to accounts that can still be kept; forecast says lost";

/** When an account red since go-live was decided about, most of them within the 90 days, and whether its loss was accepted. */
export function redDecisionOf(account: Blueprint) {
  const random = randomOf(account.id, 31);
  const goLive = dayNumber(GO_LIVE);
  const isRed = [goLive, goLive + 30, goLive + 60, today].every((day) => toneOn(account, day) === "red");
  if (!isRed || WAITING.has(account.slug) || !random.chance(DECIDED)) return null;
  const on = goLive + random.int(40, 86);
  return { on, invests: random.chance(INVESTED), random };
}

/** What managers decided about accounts red since go-live. */
export function redDecisionRows(account: Blueprint): string {
  const decided = redDecisionOf(account);
  if (!decided) return "";
  const { on, invests, random } = decided;
  return line(
    account.id,
    invests ? "invest" : "accept",
    dayText(on),
    MANAGERS[0],
    invests ? random.int(10, 60) * 100_000 : null,
    invests ? "Weekly users back above 60% of seats, and a named sponsor" : null,
    invests ? dayText(on + random.int(60, 88)) : null,
    invests ? "Worth one more quarter of consulting" : ACCEPTED,
    `${dayText(on)} 14:00:00+00`,
  );
}
