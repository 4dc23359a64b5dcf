import type { Blueprint } from "./blueprint";
import { valueAt } from "./curve";
import { line } from "./line";
import { randomOf } from "./prng";
import { dayText, instantText } from "./window";

export const SURVEY_COLUMNS = "account_id, external_id, at, kind, score, contact_role, recorded_at";
export const EVENT_COLUMNS = "account_id, external_id, at, kind, sign, note, recorded_at";
export const METRIC_COLUMNS = "account_id, key, day, value, recorded_at";

const ROLES = ["champion", "power_user", "user", "sponsor"] as const;

export function surveyRows(account: Blueprint, from: number, to: number): string {
  const random = randomOf(account.id, 18);
  const last = Math.min(to, account.leavesOn === null ? to : account.leavesOn - 1);
  let rows = "";
  let number = 0;
  for (
    let day = Math.max(from, account.customerSince + 60) + random.int(0, 60);
    day <= last;
    day += random.int(70, 110)
  ) {
    const kind = random.pick(["nps", "nps", "csat", "ces"] as const);
    const answers = random.int(1, account.segment === "Enterprise" ? 4 : 2);
    for (let i = 0; i < answers; i++) {
      const mood = Math.max(0, Math.min(1, valueAt(account.mood, day) + 0.12 * random.normal()));
      const score =
        kind === "nps"
          ? Math.round(2 + 8 * mood)
          : kind === "csat"
            ? Math.round(1 + 4 * mood)
            : Math.round(2 + 5 * mood);
      const at = instantText(day, random.int(500, 900));
      rows += line(account.id, `s-${account.id}-${++number}`, at, kind, score, random.pick(ROLES), at);
    }
  }
  return rows;
}

const GOOD = [
  ["funding", "Raised a new round"],
  ["new_site", "Opened a new site"],
] as const;
const BAD = [
  ["layoffs", "Cut staff"],
  ["competitor_seen", "A rival was seen in a pilot"],
  ["leadership_change", "New head of the department"],
] as const;

export function eventRows(account: Blueprint, from: number, to: number): string {
  const random = randomOf(account.id, 19);
  const last = Math.min(to, account.leavesOn === null ? to : account.leavesOn - 1);
  let rows = "";
  let number = 0;
  for (
    let day = Math.max(from, account.customerSince) + random.int(20, 300);
    day <= last;
    day += random.int(150, 420)
  ) {
    const isGood = random.chance(valueAt(account.mood, day) * 0.75);
    const [kind, note] = isGood ? random.pick(GOOD) : random.pick(BAD);
    const at = instantText(day, 600);
    rows += line(account.id, `e-${account.id}-${++number}`, at, kind, isGood ? 1 : -1, note, at);
  }
  return rows;
}

/** Headcount on the first of each month, with a year before for its trend. */
export function metricRows(account: Blueprint, from: number, to: number): string {
  const random = randomOf(account.id, 20);
  const size = { Enterprise: 4200, "Mid-market": 620, SMB: 70 }[account.segment] * random.between(0.5, 1.8);
  let rows = "";
  for (let day = Math.max(from, account.customerSince); day <= Math.min(to, account.leavesOn ?? to); day += 30) {
    const value = Math.round(
      size * (1 + account.headcountGrowth) ** ((day - to) / 365) * (1 + 0.004 * random.normal()),
    );
    rows += line(account.id, "headcount", dayText(day), value, `${dayText(day)} 05:00:00+00`);
  }
  return rows;
}
