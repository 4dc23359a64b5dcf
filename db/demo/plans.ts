import { dayNumber } from "@/lib/core/calendar";
import type { Blueprint, Tone } from "./blueprint";
import { line } from "./line";
import { MANAGERS } from "./people";
import { randomOf } from "./prng";
import { toneOf } from "./tone";
import { dayText, today } from "./window";

export const PLAN_COLUMNS =
  "account_id, kind, cause, measure_key, goal, next_step, measure_from, measure_to, owner_id, sponsor_id, opened_on, goal_agreed_on, complete_on, approved_by, approved_on, submitted_by, submitted_on, returned_by, returned_note, due_on, closed_on, status, result, recorded_at";

const FIRST = dayNumber("2025-12-01");
const WORKS = [
  [
    "usage_decline",
    "active_user_trend",
    "Active users back to the spring level",
    "Refresher for the two weakest teams",
  ],
  ["support", "severity_load", "No critical ticket open at month's end", "Weekly call with support and product"],
  ["relationship_loss", "meeting_attendance", "A named champion by the next review", "Lunch with the likely successor"],
  ["onboarding_gap", "milestones_met", "Three processes live", "Reset of the roll-out plan"],
  ["product_issue", "severity_load", "v5 import errors gone", "Fix promised for the next release"],
] as const;

/** Where a measure stood and is meant to stand. */
const ENDS: Record<string, readonly [number, number]> = {
  active_user_trend: [-18, 0],
  severity_load: [8, 2],
  meeting_attendance: [35, 70],
  milestones_met: [40, 80],
};

/** How far an open plan has come: nothing missing, handed to leadership, given back by them, or begun. */
type Stage = "whole" | "waits" | "returned" | "begun";

/** Plans for most stretches below green since the current model; the two that stories tell of, exactly; none for vela-health. */
export function planRows(account: Blueprint): string {
  const random = randomOf(account.id, 23);
  const open = randomOf(account.id, 37);
  const plan = (
    kind: string,
    opened: number,
    due: number,
    closed: number | null,
    status: string,
    result: string | null,
    work: readonly [string, string, string, string],
    stage: Stage = "whole",
  ) => {
    const isRecovery = kind === "recovery";
    const isWhole = stage === "whole";
    const sent = Math.min(today - 1, opened + 2);
    return line(
      account.id,
      kind,
      ...work,
      ...(ENDS[work[1]] ?? [null, null]),
      account.csmId,
      isRecovery && stage !== "begun" ? MANAGERS[0] : null,
      ...[dayText(opened), stage === "begun" ? null : dayText(opened), isWhole ? dayText(opened) : null],
      ...(isRecovery && isWhole ? [MANAGERS[0], dayText(opened)] : [null, null]),
      ...(stage === "waits" ? [account.csmId, dayText(sent)] : [null, null]),
      ...(stage === "returned" ? [MANAGERS[0], "Who on their side has agreed to this, and by when?"] : [null, null]),
      dayText(due),
      closed === null ? null : dayText(closed),
      status,
      result,
      `${dayText(opened)} 09:00:00+00`,
    );
  };
  if (account.slug === "vela-health" || account.slug === "pine-systems" || account.slug === "cobalt-air") return "";
  if (account.slug === "lumen-retail") {
    const opened = dayNumber("2026-08-20");
    return plan(
      "action",
      opened,
      opened + 60,
      opened + 54,
      "done",
      "Green after 54 days: attendance and stock-outs back on target",
      [
        "usage_decline",
        "active_user_trend",
        "Every store head trained, active users up 20%",
        "Autumn training led by the champion",
      ],
    );
  }
  if (account.slug === "kestrel-bank") {
    const opened = dayNumber("2026-06-04");
    return plan("recovery", opened, opened + 84, null, "open", null, [
      "relationship_loss",
      "meeting_attendance",
      "A sponsor in the new CIO's staff and load below 3",
      "Executive to executive with the new CIO: no date yet",
    ]);
  }
  const write = (tone: Tone, opened: number, closed: number | null, result: string | null) => {
    const status = closed === null ? "open" : result === WORKED ? "done" : "dropped";
    const work = random.pick(WORKS);
    if (closed !== null) return plan(KIND[tone], opened, opened + 60, closed, status, result, work);
    if (account.slug === "northwind-freight")
      return plan(KIND[tone], opened, opened + 60, closed, status, result, work);
    // The next step of an open plan lies a few days back or some weeks ahead.
    const due = Math.max(opened, today + open.int(-8, 24));
    return plan(KIND[tone], opened, due, closed, status, result, work, stageOf(tone, open));
  };
  let rows = "";
  for (const { tone, from, until, next } of spellsBelow(account)) {
    if (until !== null) {
      const opened = Math.max(from, FIRST) + random.int(1, 6);
      const result = next === "green" ? WORKED : OVERTAKEN;
      if (random.chance(next === "green" ? 0.9 : 0.6) && opened < until) rows += write(tone, opened, until, result);
      continue;
    }
    const latest = from > today - 120 ? from + random.int(1, 6) : today - random.int(12, 105);
    const earlier = Math.max(from, FIRST) + random.int(1, 30);
    if (random.chance(0.4) && earlier + 70 < latest)
      rows += write(tone, earlier, earlier + random.int(40, 65), OVERTAKEN);
    if (random.chance(0.68) && latest <= today) rows += write(tone, latest, null, null);
  }
  return rows;
}

/** One in seven is only begun; of recovery plans one in four waits for leadership and one in ten came back. */
function stageOf(tone: Tone, random: ReturnType<typeof randomOf>): Stage {
  if (tone === "red" && random.chance(1 / 4)) return "waits";
  if (tone === "red" && random.chance(1 / 10)) return "returned";
  return random.chance(1 / 7) ? "begun" : "whole";
}

const KIND = { green: "action", yellow: "action", red: "recovery" } as const;
const WORKED = "Back on track";
const OVERTAKEN = "Overtaken by events";

type Below = { tone: Tone; from: number; until: number | null; next: Tone | null };

/** Unbroken stretches below green by the cards, up to today; the last may still last. */
function spellsBelow(account: Blueprint): Below[] {
  const spells: Below[] = [];
  for (const { day, answers } of account.cards) {
    const tone = toneOf(answers);
    const last = spells.at(-1);
    if (day > today || (last && last.until === null && last.tone === tone)) continue;
    if (last && last.until === null) Object.assign(last, { until: day, next: tone });
    if (tone !== "green") spells.push({ tone, from: day, until: null, next: null });
  }
  const last = spells.at(-1);
  if (last && last.until === null && account.leavesOn !== null && account.leavesOn <= today)
    last.until = account.leavesOn;
  return spells.filter(({ until }) => until === null || until > FIRST);
}
