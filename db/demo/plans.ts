import { dayNumber } from "@/lib/core/calendar";
import { at } from "./at";
import type { Blueprint } from "./blueprint";
import { line } from "./line";
import { MANAGERS } from "./people";
import { randomOf } from "./prng";
import { toneOf } from "./tone";
import { dayText, today } from "./window";

export const PLAN_COLUMNS =
  "account_id, kind, cause, goal, next_step, owner_id, sponsor_id, opened_on, due_on, closed_on, status, result, recorded_at";

const FIRST = dayNumber("2025-12-01");
const WORKS = [
  ["usage decline", "Active users back to the spring level", "Refresher for the two weakest teams"],
  ["support", "No critical ticket open at month's end", "Weekly call with support and product"],
  ["relationship loss", "A named champion by the next review", "Lunch with the likely successor"],
  ["onboarding gap", "Three processes live", "Reset of the roll-out plan"],
  ["product issue", "v5 import errors gone", "Fix promised for the next release"],
] as const;

/** Plans for most accounts below green under the current model; the two that stories tell of, exactly; none for vela-health. */
export function planRows(account: Blueprint): string {
  const random = randomOf(account.id, 23);
  const plan = (
    kind: string,
    opened: number,
    due: number,
    closed: number | null,
    status: string,
    result: string | null,
    work: readonly [string, string, string],
  ) =>
    line(
      account.id,
      kind,
      ...work,
      account.csmId,
      kind === "recovery" ? MANAGERS[0] : null,
      dayText(opened),
      dayText(due),
      closed === null ? null : dayText(closed),
      status,
      result,
      `${dayText(opened)} 09:00:00+00`,
    );
  if (account.slug === "vela-health" || account.slug === "pine-systems" || account.leavesOn !== null) return "";
  if (account.slug === "lumen-retail") {
    const opened = dayNumber("2026-08-20");
    return plan(
      "action",
      opened,
      opened + 60,
      opened + 54,
      "done",
      "Green after 54 days: attendance and stock-outs back on target",
      ["usage decline", "Every store head trained, active users up 20 %", "Autumn training led by the champion"],
    );
  }
  if (account.slug === "kestrel-bank") {
    const opened = dayNumber("2026-06-04");
    return plan("recovery", opened, opened + 84, null, "open", null, [
      "relationship loss",
      "A sponsor in the new CIO's staff and load below 3",
      "Executive to executive with the new CIO: no date yet",
    ]);
  }
  let rows = "";
  for (const [index, change] of account.cards.entries()) {
    const tone = toneOf(change.answers);
    const before = account.cards[index - 1];
    if (tone === "green" || change.day > today || (before && toneOf(before.answers) === tone) || random.chance(0.3))
      continue;
    const opened = change.day < FIRST ? FIRST + random.int(3, 200) : change.day + random.int(1, 6);
    const until = account.cards[index + 1]?.day ?? null;
    if (opened > today || (until !== null && until <= opened)) continue;
    const better = until !== null && toneOf(at(account.cards, index + 1).answers) === "green";
    rows += plan(
      tone === "red" ? "recovery" : "action",
      opened,
      opened + 60,
      until !== null && until <= today ? until : null,
      until !== null && until <= today ? (better ? "done" : "dropped") : "open",
      until !== null ? (better ? "Back on track" : "Overtaken by events") : null,
      random.pick(WORKS),
    );
  }
  return rows;
}
