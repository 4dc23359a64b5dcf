import type { Blueprint } from "./blueprint";
import { valueAt } from "./curve";
import { holidayFactor } from "./holidays";
import { randomOf } from "./prng";
import { filledSeats, seatsOn } from "./terms";
import { dayText } from "./window";

export const USAGE_COLUMNS =
  "account_id, day, active_users, active_users_28d, logins, features_used, events, session_minutes, recorded_at";

/** A daily row for each day as a customer: the weekly season of the trade, holidays of the region, a slow drift of habit. */
export function usageRows(account: Blueprint, from: number, to: number): string {
  const random = randomOf(account.id, 11);
  const { weekend, depth } = account;
  const weekMean = 7 / (5 + 2 * weekend);
  const recent = new Float64Array(28);
  const phase = random.between(0, 2 * Math.PI);
  let rows = "";
  let habit = 0;
  let carried = 0;
  let sum = 0;
  let seen = 0;
  const last = Math.min(to, account.leavesOn === null ? to : account.leavesOn - 1);
  for (let day = Math.max(from, account.customerSince); day <= last; day++) {
    habit = 0.97 * habit + 0.006 * random.normal();
    const noise = 1 + 0.03 * random.normal();
    if (account.silent && day >= account.silent[0] && day <= account.silent[1]) continue;
    const weekday = (((day + 4) % 7) + 7) % 7;
    const isWeekend = weekday === 0 || weekday === 6;
    const monday = weekday === 1 ? 1.02 : weekday === 5 ? 0.95 : 1;
    const week = isWeekend ? weekend : monday;
    const year = 1 + account.season * 0.035 * Math.sin((2 * Math.PI * day) / 365.25 + phase);
    const holiday = 1 - (1 - holidayFactor(account.region, day)) * account.season;
    const seats = seatsOn(account, day);
    const wish =
      valueAt(account.usage, day) * filledSeats(account, day) * weekMean * week * year * holiday * (1 + habit) * noise;
    const exact = seats * saturated(wish / Math.max(1, seats)) + carried;
    const active = Math.max(0, Math.round(exact));
    carried = exact - active;
    sum += active - (recent[day % 28] ?? 0);
    recent[day % 28] = active;
    seen = Math.min(28, seen + 1);
    const stick = 0.46 + 0.36 * depth;
    const distinct = Math.min(Math.max(Math.round(sum / seen / stick), highest(recent)), Math.max(seats, active));
    const intensity = (isWeekend ? 0.8 : 1) * (1 + 0.05 * random.normal());
    const features = active === 0 ? 0 : Math.max(1, Math.round((3 + 13 * depth) * intensity));
    const logins = Math.round(active * (1.2 + depth) * intensity);
    const events = Math.round(active * (18 + 60 * depth) * intensity);
    const minutes = Math.round(active * (11 + 26 * depth) * intensity);
    // By far the most rows: written out rather than through `line`.
    rows += `${account.id}\t${dayText(day)}\t${active}\t${distinct}\t${logins}\t${features}\t${events}\t${minutes}\t${dayText(day + 1)} 04:40:00+00\n`;
  }
  return rows;
}

/** Nobody fills every seat: above nine in ten the share flattens, and never reaches all. */
function saturated(share: number): number {
  return share <= 0.9 ? share : 0.9 + 0.095 * Math.tanh((share - 0.9) / 0.095);
}

function highest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i] ?? 0);
  return most;
}
