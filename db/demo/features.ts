import { at } from "./at";
import type { Blueprint } from "./blueprint";
import { valueAt } from "./curve";
import { line } from "./line";
import { randomOf } from "./prng";
import { seatsOn } from "./terms";
import { dayText } from "./window";

export const FEATURE_COLUMNS = "account_id, feature, day, module, users, recorded_at";
export const ENTITLEMENT_COLUMNS = "account_id, module, from_on, to_on, recorded_at";

const MODULES = ["core", "reports", "automation", "integrations", "planning", "audit"] as const;

function entitledOf(account: Blueprint): number {
  const random = randomOf(account.id, 21);
  return Math.min(6, { Enterprise: 5, "Mid-market": 4, SMB: 3 }[account.segment] + random.int(0, 1));
}

export function entitlementRows(account: Blueprint): string {
  let rows = "";
  for (let i = 0; i < entitledOf(account); i++) {
    const from = dayText(account.customerSince);
    rows += line(account.id, at(MODULES, i), from, null, `${from} 05:00:00+00`);
  }
  return rows;
}

/** Use of each adopted module, once a fortnight; the deeper the use, the more modules, adopted one after another. */
export function featureRows(account: Blueprint, from: number, to: number): string {
  const random = randomOf(account.id, 22);
  const entitled = entitledOf(account);
  const adopted = Math.max(1, Math.min(entitled, Math.round(entitled * (0.3 + 0.75 * account.depth))));
  const last = Math.min(to, account.leavesOn === null ? to : account.leavesOn - 1);
  const starts = MODULES.map((_, i) => account.customerSince + i * random.int(18, 55) + 4);
  let rows = "";
  for (let day = Math.max(from, account.customerSince) + random.int(1, 7); day <= last; day += 14) {
    if (account.silent && day >= account.silent[0] && day <= account.silent[1]) continue;
    for (let i = 0; i < adopted; i++) {
      if (day < at(starts, i)) continue;
      const share = valueAt(account.usage, day) * (1 - 0.14 * i) * (1 + 0.05 * random.normal());
      const users = Math.max(1, Math.round(seatsOn(account, day) * share));
      rows += line(account.id, at(MODULES, i), dayText(day), at(MODULES, i), users, `${dayText(day + 1)} 04:40:00+00`);
    }
  }
  return rows;
}
