import type { Day } from "@/lib/core/calendar";

/** What happened at an account since the last month's cards were due, and what people last wrote about it: what an answer
 * rests on, without any score. */
export type CardFacts = {
  accountId: number;
  notes: { text: string; by: string | null; on: Day }[];
  left: { name: string; role: string; on: Day }[];
  joined: { name: string; role: string; on: Day }[];
  meetings: number;
  /** The latest of all time, whenever it was. */
  lastTouchOn: Day | null;
  lastExecutiveOn: Day | null;
  tickets: number;
  urgentTickets: number;
  events: { kind: string; on: Day }[];
};

const plain = (word: string) => word.replaceAll("_", " ");
const counted = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;

/** The facts as short lines, people first; days as a function shows them.
 * @example factLines({ accountId: 1, notes: [], left: [{ name: "Ana", role: "champion", on: "2026-11-12" }], joined: [], meetings: 2, lastTouchOn: "2026-11-20", lastExecutiveOn: null, tickets: 3, urgentTickets: 1, events: [] }, (day) => day) // → ["Ana (champion) left 2026-11-12", "2 two-way contacts, the last 2026-11-20", "No executive contact on record", "3 tickets opened, 1 high or critical"] */
export function factLines(facts: CardFacts, shown: (day: Day) => string): string[] {
  const { left, joined, meetings, lastTouchOn, lastExecutiveOn, tickets, urgentTickets, events } = facts;
  const last = lastTouchOn ? shown(lastTouchOn) : null;
  return [
    ...left.map(({ name, role, on }) => `${name} (${plain(role)}) left ${shown(on)}`),
    ...joined.map(({ name, role, on }) => `${name} (${plain(role)}) came ${shown(on)}`),
    meetings > 0
      ? `${counted(meetings, "two-way contact")}, the last ${last}`
      : last
        ? `No two-way contact, the last ${last}`
        : "No two-way contact on record",
    lastExecutiveOn ? `Last executive contact ${shown(lastExecutiveOn)}` : "No executive contact on record",
    tickets > 0
      ? `${counted(tickets, "ticket")} opened${urgentTickets > 0 ? `, ${urgentTickets} high or critical` : ""}`
      : "No ticket opened",
    ...events.map(({ kind, on }) => `${plain(kind)}, ${shown(on)}`),
  ];
}
