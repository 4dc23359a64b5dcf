import { at } from "./at";
import type { Blueprint } from "./blueprint";
import { valueAt } from "./curve";
import { line } from "./line";
import { randomOf } from "./prng";
import { dayText } from "./window";

export const MILESTONE_COLUMNS =
  "account_id, external_id, name, kind, target_on, achieved_on, shared_internally, recorded_at";

const ONBOARDING = [
  [14, "Single sign-on live", "onboarding"],
  [28, "Data connected", "onboarding"],
  [42, "First team trained", "onboarding"],
  [54, "First report used in a decision", "outcome"],
  [60, "First process live", "onboarding"],
  [85, "Onboarding closed", "onboarding"],
] as const;
const OUTCOMES = [
  "Reporting time halved",
  "Second team live",
  "Cost per case down 10%",
  "Manual entry removed",
  "Forecast error under 8%",
  "Regional roll-out",
  "Board report automated",
  "First-response time under 2 h",
  "Licence audit passed",
  "Integration with finance live",
] as const;

type Milestone = {
  name: string;
  kind: "onboarding" | "outcome";
  target: number;
  achieved: number | null;
  shared: boolean;
};

/** Onboarding steps, then outcomes agreed with the customer: as many met, ever, as the latent path says. When it falls,
 * promised dates come thick and pass; when it rises, old ones are made good. */
export function milestonesOf(account: Blueprint, from: number, to: number): Milestone[] {
  const random = randomOf(account.id, 17);
  const list: Milestone[] = [];
  const last = Math.min(to, account.leavesOn === null ? to : account.leavesOn - 1);
  const add = (name: string, kind: Milestone["kind"], target: number) => {
    const due = list.filter((other) => other.target <= target).length + 1;
    const met = list.filter((other) => other.achieved !== null && other.achieved <= target).length;
    const meets = (met + 0.6) / due <= valueAt(account.met, target);
    const achieved = meets ? target - random.int(0, 9) : null;
    list.push({ name, kind, target, achieved, shared: meets && kind === "outcome" && random.chance(0.4) });
  };
  const isOld = account.customerSince < from - 90;
  if (isOld) {
    for (let i = 0; i < 4; i++) add(at(OUTCOMES, i), "outcome", from - 80 + 20 * i);
  } else {
    for (const [after, name, kind] of ONBOARDING) add(name, kind, account.customerSince + after);
  }
  let number = isOld ? 4 : 0;
  for (let day = isOld ? from + random.int(5, 40) : account.customerSince + 100; day <= last + 120; ) {
    const due = list.filter((other) => other.target <= day);
    const met = due.filter((other) => other.achieved !== null && other.achieved <= day).length;
    const excess = met / Math.max(1, due.length) - valueAt(account.met, day);
    if (excess < -0.04) {
      const late = due.find((other) => other.achieved === null);
      if (late && day <= last) late.achieved = day - random.int(0, 3);
    }
    add(
      OUTCOMES[number % OUTCOMES.length] +
        (number >= OUTCOMES.length ? `, phase ${1 + Math.floor(number / OUTCOMES.length)}` : ""),
      "outcome",
      day,
    );
    number++;
    day += excess > 0.07 ? random.int(18, 26) : excess < -0.04 ? random.int(26, 40) : random.int(50, 75);
  }
  return list;
}

export function milestoneRows(account: Blueprint, from: number, to: number): string {
  let rows = "";
  for (const [index, milestone] of milestonesOf(account, from, to).entries()) {
    const achieved = milestone.achieved !== null && milestone.achieved <= to ? milestone.achieved : null;
    rows += line(
      account.id,
      `m-${account.id}-${index + 1}`,
      milestone.name,
      milestone.kind,
      dayText(milestone.target),
      achieved === null ? null : dayText(achieved),
      achieved !== null && milestone.shared,
      `${dayText(Math.min(milestone.target - 30, to))} 06:00:00+00`,
    );
  }
  return rows;
}
