import { at } from "./at";
import type { Blueprint } from "./blueprint";
import { valueAt } from "./curve";
import { line } from "./line";
import { randomOf } from "./prng";
import { seatsOn } from "./terms";
import { instantText } from "./window";

export const TICKET_COLUMNS =
  "account_id, external_id, opened_at, closed_at, severity, escalated, csat, sentiment, recorded_at";

const WEIGHT = { critical: 8, high: 4, normal: 1, low: 0.5 } as const;
type Severity = keyof typeof WEIGHT;

/** Everyday questions, answered in hours or days, and problems that stay open until their load reaches the latent path. */
export function ticketRows(account: Blueprint, from: number, to: number): string {
  const random = randomOf(account.id, 12);
  const open: Array<{ until: number; weight: number }> = [];
  const last = Math.min(to, account.leavesOn === null ? to : account.leavesOn - 1);
  let rows = "";
  let number = 0;
  let quiet = 0;
  const file = (day: number, severity: Severity, hours: number, escalated: boolean) => {
    const minute = random.int(480, 900);
    const closing = day * 1440 + minute + Math.round(hours * 60);
    const closedOn = Math.floor(closing / 1440);
    const closed = closedOn <= to;
    const mood = valueAt(account.mood, day);
    const csat = closed && random.chance(0.4) ? clamp(Math.round(1 + 4.4 * mood + 0.7 * random.normal()), 1, 5) : null;
    const opened = instantText(day, minute);
    rows += line(
      account.id,
      `t-${account.id}-${++number}`,
      opened,
      closed ? instantText(closedOn, closing % 1440) : null,
      severity,
      escalated,
      csat,
      Math.round(100 * clamp(2 * mood - 1 + 0.3 * random.normal(), -1, 1)) / 100,
      opened,
    );
    open.push({ until: closedOn, weight: WEIGHT[severity] });
    quiet = 0;
  };
  for (let day = Math.max(from, account.customerSince); day <= last; day++) {
    for (let i = open.length - 1; i >= 0; i--) if (at(open, i).until <= day) open.splice(i, 1);
    const scale = Math.max(seatsOn(account, day), 50) / 100;
    const weekday = (((day + 4) % 7) + 7) % 7;
    const isWeekend = weekday === 0 || weekday === 6;
    quiet++;
    if (random.chance(Math.min(0.6, 0.014 + 0.022 * scale) * (isWeekend ? 0.2 : 1.3)) || quiet > 48) {
      const urgent = random.chance(0.12);
      file(
        day,
        urgent ? "high" : random.chance(0.3) ? "low" : "normal",
        random.between(1, urgent || scale < 1 ? 6 : 40),
        false,
      );
    }
    const wish = valueAt(account.load, day) * scale;
    let load = 0;
    for (const ticket of open) load += ticket.weight;
    for (let tries = 0; tries < 3; tries++) {
      const room = wish + 0.35 - load;
      const severity =
        (["critical", "high", "normal"] as const).find((s) => WEIGHT[s] <= room && random.chance(0.75)) ?? "low";
      if (WEIGHT[severity] > room) break;
      const grave = severity === "critical" || severity === "high";
      file(
        day,
        severity,
        24 * random.between(6, grave ? 22 : 30),
        grave && random.chance(valueAt(account.load, day) / 12),
      );
      load += WEIGHT[severity];
    }
  }
  return rows;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
