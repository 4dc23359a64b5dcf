import { describe, expect, it } from "vitest";
import { alikeStays } from "@/lib/core/playbook/alike-stays";
import { effectFigures } from "@/lib/core/playbook/effect-figures";
import { figurePlaces } from "@/lib/core/playbook/figure-places";
import type { Stay } from "@/lib/core/playbook/stay";

const bands = [
  { key: "green", from: 75, tone: "green" },
  { key: "yellow", from: 50, tone: "yellow" },
  { key: "red", from: 0, tone: "red" },
] as const;
const TODAY = "2026-11-30";
const stay = (change: Partial<Stay>): Stay => ({
  ...{ accountId: 1, tone: "yellow", enteredOn: "2026-06-01", leftOn: null, nextTone: null, segment: "smb" },
  ...{ arrCents: 1000, health: 60, score: 60, healthBefore: 80, planAfter: null, cause: null, play: null },
  ...{ toneAfter: "yellow", scoreAfter: 60, renewed: false, lost: false },
  ...change,
});
const figures = (stays: readonly Stay[]) => effectFigures(stays, { today: TODAY, bands });

describe("the figures of plans", () => {
  it("count a plan until day 7, leave those who left before it out, and say who is too young", () => {
    const stays = [
      stay({ planAfter: 7 }),
      stay({ accountId: 2, planAfter: 8 }),
      stay({ accountId: 3, leftOn: "2026-06-05" }),
      stay({ accountId: 4, enteredOn: "2026-11-28" }),
    ];
    const { yellows } = figures(stays);
    expect(yellows).toMatchObject({ share: { hits: 1, n: 2 }, hits: [0], misses: [1], waiting: 2 });
    expect(figurePlaces(figures(stays), "yellows.misses")).toEqual([1]);
    expect(figurePlaces(figures(stays), "nothing.hits")).toEqual([]);
  });

  it("count reds as recovered when green and measured up 5, or renewed", () => {
    const red = { tone: "red", score: 40 } as const;
    const { reds } = figures([
      stay({ ...red, toneAfter: "green", scoreAfter: 45 }),
      stay({ ...red, accountId: 2, toneAfter: "green", scoreAfter: 44 }),
      stay({ ...red, accountId: 3, renewed: true }),
      stay({ ...red, accountId: 4, enteredOn: "2026-11-01" }),
    ]);
    expect(reds).toMatchObject({ share: { hits: 2, n: 3 }, hits: [0, 2], misses: [1], waiting: 1 });
  });

  it("compare each account once, past day 14, and say whom of the others was worked later", () => {
    const stays = [
      stay({ planAfter: 3, cause: "support" }),
      stay({ accountId: 1, enteredOn: "2026-07-01", planAfter: 1 }),
      stay({ accountId: 2, planAfter: 40 }),
      stay({ accountId: 3, leftOn: "2026-06-15" }),
    ];
    const { all, causes, plays } = figures(stays);
    expect(all).toMatchObject({
      treated: [0],
      untreated: [2],
      workedLater: 1,
      effect: { pairs: 1, verdict: "too few" },
    });
    expect(causes.map(({ key }) => key)).toEqual(["support"]);
    expect(plays).toEqual([]);
  });
});

it("accounts alike share band, segment and size; the same cause stands before the same trend, and that before newer ones", () => {
  const subject = { ...stay({ accountId: 9, cause: "support" }), cause: "support" };
  const found = alikeStays(
    subject,
    [
      stay({ accountId: 1, enteredOn: "2026-08-01", healthBefore: 60 }),
      stay({ accountId: 2 }),
      stay({ accountId: 3, healthBefore: 60, cause: "support" }),
      stay({ accountId: 4, tone: "red" }),
      stay({ accountId: 5, segment: "enterprise" }),
      stay({ accountId: 6, arrCents: 2001 }),
      stay({ accountId: 9 }),
    ],
    bands,
  );
  expect(found.map(({ stay: { accountId } }) => accountId)).toEqual([3, 2, 1]);
});
