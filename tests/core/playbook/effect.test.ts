import { expect, test } from "vitest";
import { effectOf, effectOfHoldOut, type Followed } from "@/lib/core/playbook/effect";
import { redsRecovered } from "@/lib/core/playbook/reds-recovered";
import { yellowsPlanned } from "@/lib/core/playbook/yellows-planned";
import { randomOf } from "./random-history";

/** A book in which working an account adds a known share to its chance of a good outcome. Who is worked depends on tone and
 * health, as it does in life; the outcome depends on them too. */
function simulatedBook(seed: number, effect: number): Followed[] {
  const random = randomOf(seed);
  return Array.from({ length: 400 }, (_, id) => {
    const health = 30 + random() * 44;
    const tone = health >= 50 ? "yellow" : "red";
    const treated = random() < (tone === "red" ? 0.45 : 0.25) + (74 - health) / 400;
    const chance = 0.1 + health / 150 + (treated ? effect : 0);
    const trend = random() < 0.5 ? "declining" : "stable";
    const segment = random() < 0.5 ? "enterprise" : "smb";
    const arrCents = Math.round(Math.exp(Math.log(1e6) + random() * 2));
    return { id, tone, trend, segment, health, arrCents, treated, good: random() < chance };
  });
}

const books = (effect: number) => Array.from({ length: 400 }, (_, i) => effectOf(simulatedBook(i + 1, effect)));

test("on simulated books with a known effect the interval covers it at its rate", () => {
  const covered = books(0.25).filter((found) => found && found.low <= 0.25 && found.high >= 0.25).length;
  // 400 books at 95%: 380 expected; four standard errors and the interval's own caution around it.
  expect(covered).toBeGreaterThanOrEqual(362);
  expect(covered).toBeLessThanOrEqual(397);
});

test("where there is none it says so, 19 times in 20", () => {
  const found = books(0);
  const none = found.filter((effect) => effect?.verdict === "no effect shown").length;
  expect(none).toBeGreaterThanOrEqual(362);
  expect(found.every((effect) => effect?.isCausal === false && effect.warning.includes("regression to the mean"))).toBe(
    true,
  );
});

test("only alike accounts are compared, the rest of the treated is counted", () => {
  const one: Followed = {
    ...{ id: 1, tone: "red", trend: "stable", segment: "smb", health: 40, arrCents: 1000, treated: true, good: true },
  };
  const other = { ...one, id: 2, treated: false, good: false };
  expect(effectOf([one, other])).toMatchObject({ pairs: 1, unmatched: 0, difference: 1, verdict: "too few" });
  for (const unlike of [
    { tone: "yellow" },
    { trend: "declining" },
    { segment: "mid" },
    { health: 46 },
    { arrCents: 2001 },
  ])
    expect(effectOf([one, { ...other, ...unlike } as Followed])).toBeNull();
  expect(effectOf([one, { ...one, id: 3 }, other])).toMatchObject({ pairs: 1, unmatched: 1 });
});

test("the order of accounts changes nothing", () => {
  const book = simulatedBook(5, 0.2);
  expect(effectOf([...book].reverse())).toEqual(effectOf(book));
});

test("a random hold-out may be called causal", () => {
  const side = (treated: boolean, good: number) => Array.from({ length: 50 }, (_, i) => ({ treated, good: i < good }));
  expect(effectOfHoldOut([...side(true, 40), ...side(false, 20)])).toMatchObject({ isCausal: true, verdict: "better" });
  expect(effectOfHoldOut([...side(true, 21), ...side(false, 20)])).toMatchObject({ verdict: "no effect shown" });
});

test("a yellow that left within seven days without a plan is not counted, a late plan is none", () => {
  const stay = (planAfter: number | null, leftAfter: number | null, age: number) => ({ planAfter, leftAfter, age });
  expect(yellowsPlanned([stay(7, null, 30), stay(8, null, 30), stay(null, 7, 7), stay(null, null, 7)])).toMatchObject({
    ...{ hits: 1, n: 2 },
  });
  expect(yellowsPlanned([])).toBeNull();
});

test("a red that only looks green without five measured points is not recovered, a renewed one is", () => {
  const red = { age: 90, toneAfter: "green" as const, scoreThen: 40, scoreAfter: 45, renewed: false };
  const reds = [red, { ...red, scoreAfter: 44.9 }, { ...red, toneAfter: "yellow" as const }, { ...red, age: 10 }];
  expect(redsRecovered([...reds, { ...red, age: 10, renewed: true }])).toMatchObject({ hits: 2, n: 4 });
});
