import { expect, test } from "vitest";
import { heldMeasures } from "@/app/(app)/accounts/[slug]/held-measures";
import type { Hold } from "@/lib/core/guards/hold";
import { DEFAULT_MODEL } from "@/lib/core/templates/default-model";

const hold = {
  kind: "feed",
  subject: "tickets",
  verdict: null,
  since: "2026-11-28",
  baseOn: "2026-11-27",
  isOver: false,
};
const held = (change: Partial<Hold>) =>
  heldMeasures(DEFAULT_MODEL.definitions.default, [{ ...hold, ...change } as Hold]);

test("only measures that read what is held say so, with the day since when and the last good reading", () => {
  const words = held({});
  expect(words.size).toBeGreaterThan(0);
  expect(words.size).toBeLessThan(DEFAULT_MODEL.definitions.default.measures.length);
  for (const said of words.values())
    expect(said).toBe("Data fault since 28 Nov 2026, last good reading of 27 Nov 2026: playbooks and clocks wait");
  expect([...held({ verdict: "holiday", baseOn: null }).values()][0]).toBe(
    "Holiday since 28 Nov 2026: playbooks and clocks wait",
  );
  expect(held({ isOver: true }).size).toBe(0);
});
