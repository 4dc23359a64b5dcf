import { expect, test } from "vitest";
import { habitsOf } from "@/lib/core/scorecard/card-habits";

const quiet = { longRunning: 0, neverChanged: 0, inForce: 0, green: 0, burst: 0, burstAsBefore: 0 };

test.each([
  [65, 62, "65 cards filed within 30 seconds, 62 of them as on the card before"],
  [65, 65, "65 cards filed within 30 seconds, all as on the card before"],
  [10, 0, "10 cards filed within 30 seconds, none as on the card before"],
])("of %i cards filed at once %i as before: both are told", (burst, burstAsBefore, words) => {
  expect(habitsOf({ ...quiet, burst, burstAsBefore })).toEqual([words]);
});

test("fewer than ten cards filed at once are not told", () => {
  expect(habitsOf({ ...quiet, burst: 9, burstAsBefore: 9 })).toEqual([]);
});
