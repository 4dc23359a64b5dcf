import { addDays, type Day, weekdayOf } from "@/lib/core/calendar";

/** A review, by the kind it is logged as, or a decision. */
export type AgendaWhat =
  | "check_in"
  | "review"
  | "war_room"
  | "executive"
  | "qbr"
  | "expansion_scan"
  | "audit"
  | "fall"
  | "loss"
  | "save"
  | "decision";

const OF_RULE: Readonly<Record<string, AgendaWhat>> = {
  check_in: "check_in",
  quarterly_review: "qbr",
  expansion_scan: "expansion_scan",
  review: "review",
  war_room: "war_room",
  executive_meeting: "executive",
};

/** What a clock asks people to hold or decide; null where it asks for nothing of that kind. Yellow that did not improve calls in
 * the executive sponsor.
 * @example agendaWhat({ kind: "review", key: "quarterly_review" }) // → "qbr"
 * @example agendaWhat({ kind: "plan", key: "plan" }) // → null */
export function agendaWhat({ kind, key }: { kind: string; key: string }): AgendaWhat | null {
  switch (kind) {
    case "review":
      return OF_RULE[key] ?? "review";
    case "improvement":
      return "executive";
    case "audit":
    case "decision":
    case "fall":
      return kind;
    default:
      return null;
  }
}

export type AgendaItem = { accountId: number; what: AgendaWhat; on: Day; reviewId: number | null };

/** What is planned and what is due as one list by day. A review that is planned stands for the same one that is due: it keeps
 * the day by which it was due.
 * @example agendaOf([{ accountId: 1, what: "review", on: "2026-12-03", reviewId: 7 }], [{ accountId: 1, what: "review", on: "2026-12-01", reviewId: null }]) // → [{ accountId: 1, what: "review", on: "2026-12-03", reviewId: 7, dueOn: "2026-12-01" }] */
export function agendaOf<Item extends AgendaItem>(
  planned: readonly Item[],
  due: readonly Item[],
): (Item & { dueOn: Day | null })[] {
  const keyOf = ({ accountId, what }: Item) => `${accountId}:${what}`;
  const dueOf = new Map(due.map((item) => [keyOf(item), item.on]));
  const plannedKeys = new Set(planned.map(keyOf));
  const items = [
    ...planned.map((item) => ({ ...item, dueOn: dueOf.get(keyOf(item)) ?? null })),
    ...due.filter((item) => !plannedKeys.has(keyOf(item))).map((item) => ({ ...item, dueOn: item.on })),
  ];
  return items.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.accountId - b.accountId));
}

/** The Monday of a day's week.
 * @example weekOf("2026-11-29") // → "2026-11-23" */
export function weekOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** Items in order of days, gathered by week: what lies before today and is not held stands first, as late (null).
 * @example weeksOf([{ on: "2026-11-29", isHeld: false }, { on: "2026-12-01", isHeld: false }], "2026-11-30").map(({ week }) => week) // → [null, "2026-11-30"] */
export function weeksOf<Item extends { on: Day; isHeld: boolean }>(
  items: readonly Item[],
  today: Day,
): { week: Day | null; items: Item[] }[] {
  const weeks = new Map<Day | null, Item[]>();
  for (const item of items) {
    const week = !item.isHeld && item.on < today ? null : weekOf(item.on);
    const list = weeks.get(week);
    if (list) list.push(item);
    else weeks.set(week, [item]);
  }
  return [...weeks].map(([week, list]) => ({ week, items: list }));
}

/** One page of weeks: so many items from one on, each week with how many it has in all.
 * @example weeksPage([{ week: "2026-11-30", items: [1, 2, 3] }], 2, 2) // → [{ week: "2026-11-30", items: [3], count: 3 }] */
export function weeksPage<Item>(
  weeks: readonly { week: Day | null; items: readonly Item[] }[],
  from: number,
  size: number,
): { week: Day | null; items: readonly Item[]; count: number }[] {
  let before = 0;
  return weeks.flatMap(({ week, items }) => {
    const first = from - before;
    before += items.length;
    const shown = items.slice(Math.max(0, first), Math.max(0, first + size));
    return shown.length > 0 ? [{ week, items: shown, count: items.length }] : [];
  });
}
