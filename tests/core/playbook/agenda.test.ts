import { expect, test } from "vitest";
import { agendaOf, agendaWhat, weekOf, weeksOf, weeksPage } from "@/lib/core/playbook/agenda";
import { PLAYBOOKS } from "@/lib/core/playbook/playbooks";

test("every review, audit and decision of the shipped playbooks is something that can be logged", () => {
  for (const { rules } of PLAYBOOKS)
    for (const rule of rules) {
      const isHeld = ["review", "audit", "decision", "improvement"].includes(rule.kind);
      expect(agendaWhat(rule) !== null, `${rule.kind} ${rule.key}`).toBe(isHeld);
    }
});

test("a planned review stands for the same one of the same account alone, and order is by day", () => {
  const item = (accountId: number, what: "review" | "qbr", on: string, reviewId: number | null = null) => ({
    ...{ accountId, what, on, reviewId },
  });
  const due = [item(1, "review", "2026-12-01"), item(1, "qbr", "2026-12-02"), item(2, "review", "2026-12-01")];
  expect(agendaOf([item(1, "review", "2026-12-09", 5)], due)).toEqual([
    { ...item(2, "review", "2026-12-01"), dueOn: "2026-12-01" },
    { ...item(1, "qbr", "2026-12-02"), dueOn: "2026-12-02" },
    { ...item(1, "review", "2026-12-09", 5), dueOn: "2026-12-01" },
  ]);
});

test("weeks begin on Monday, over the end of a year too; what is late stands apart, what was held does not", () => {
  expect(["2026-12-31", "2027-01-03", "2027-01-04"].map(weekOf)).toEqual(["2026-12-28", "2026-12-28", "2027-01-04"]);
  const on = (day: string, isHeld = false) => ({ on: day, isHeld });
  const weeks = weeksOf([on("2026-11-10"), on("2026-11-26", true), on("2026-11-30"), on("2026-12-06")], "2026-11-30");
  expect(weeks.map(({ week, items }) => [week, items.length])).toEqual([
    [null, 1],
    ["2026-11-23", 1],
    ["2026-11-30", 2],
  ]);
});

test("pages of an agenda hold every line once, in order, and tell of each week how many it has in all", () => {
  const weeks = [3, 0, 7, 1, 5].map((count, n) => ({
    week: `w${n}`,
    items: Array.from({ length: count }, (_, i) => `${n}.${i}`),
  }));
  for (const size of [1, 2, 4, 16, 100]) {
    const pages = Array.from({ length: Math.ceil(16 / size) }, (_, page) => weeksPage(weeks, page * size, size));
    expect(pages.flatMap((page) => page.flatMap(({ items }) => items))).toEqual(weeks.flatMap(({ items }) => items));
    for (const { week, items, count } of pages.flat()) {
      expect(items.length).toBeGreaterThan(0);
      expect(count).toBe(weeks.find((whole) => whole.week === week)?.items.length);
    }
  }
});
