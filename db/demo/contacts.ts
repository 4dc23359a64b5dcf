import { at } from "./at";
import type { Blueprint } from "./blueprint";
import { line } from "./line";
import { personName } from "./names";
import { randomOf } from "./prng";
import { dayText } from "./window";

export const CONTACT_COLUMNS =
  "account_id, external_id, name, role, title, department, active_from, active_to, referenceable, last_asked_on, recorded_at";

export type Contact = {
  externalId: string;
  name: string;
  role: string;
  title: string;
  department: string;
  from: number;
  to: number | null;
  referenceable: boolean;
};

const DEPARTMENTS = ["Operations", "Finance", "IT", "Sales", "Support", "Product", "Logistics", "People"] as const;

/** Who we know at the customer. A champion's end follows the cards: the day on which the answer became "missing". */
export function contactsOf(account: Blueprint): Contact[] {
  const random = randomOf(account.id, 15);
  const contacts: Contact[] = [];
  const add = (role: string, title: string, department: string, from: number, to: number | null) => {
    const referenceable = role === "champion" && random.chance(0.3);
    contacts.push({
      externalId: `c-${account.id}-${contacts.length + 1}`,
      name: personName(random, account.region),
      role,
      title,
      department,
      from,
      to,
      referenceable,
    });
  };
  const start = account.customerSince;
  const home = random.pick(DEPARTMENTS);
  for (const [from, to] of championSpans(account)) add("champion", `Head of ${home}`, home, from, to);
  const leaders = account.segment === "SMB" ? 1 : account.segment === "Mid-market" ? 2 : 3;
  add(random.chance(0.5) ? "sponsor" : "economic_buyer", "Chief Operating Officer", "Management", start, null);
  if (leaders > 1) add("economic_buyer", "Chief Financial Officer", "Finance", start + random.int(0, 30), null);
  for (let i = 0; i < Math.round(account.depth * leaders * 1.6); i++) {
    add("power_user", "Team lead", random.pick(DEPARTMENTS), start + random.int(5, 90), null);
  }
  for (let i = 0; i < leaders; i++) {
    const from = start + random.int(10, 200);
    add("user", "Specialist", random.pick(DEPARTMENTS), from, random.chance(0.2) ? from + random.int(200, 500) : null);
  }
  return contacts;
}

function championSpans(account: Blueprint): Array<[number, number | null]> {
  if (account.championLeft !== null) return [[account.customerSince, account.championLeft]];
  const spans: Array<[number, number | null]> = [];
  let open: number | null = at(account.cards, 0).answers[0] === "missing" ? null : account.customerSince;
  for (const { day, answers } of account.cards.slice(1)) {
    if (answers[0] === "missing" && open !== null) {
      spans.push([open, day]);
      open = null;
    } else if (answers[0] !== "missing" && open === null) open = day - 6;
  }
  if (open !== null) spans.push([open, null]);
  return spans;
}

export function contactRows(account: Blueprint, to: number): string {
  const random = randomOf(account.id, 16);
  let rows = "";
  for (const contact of contactsOf(account)) {
    if (contact.from > to) continue;
    const ended = contact.to ?? account.leavesOn;
    rows += line(
      account.id,
      contact.externalId,
      contact.name,
      contact.role,
      contact.title,
      contact.department,
      dayText(contact.from),
      ended !== null && ended <= to ? dayText(ended) : null,
      contact.referenceable,
      contact.referenceable && random.chance(0.4) ? dayText(to - random.int(20, 300)) : null,
      `${dayText(contact.from)} 06:00:00+00`,
    );
  }
  return rows;
}
