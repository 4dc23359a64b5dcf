import { expect, test } from "vitest";
import { basisWords } from "@/components/forecast/forecast-words";
import { randomOf } from "@/db/demo/prng";
import { basisOf } from "@/lib/core/forecast/basis";

const decided = (n: number, isBad: (health: number) => boolean) =>
  Array.from({ length: n }, (_, i) => {
    const health = (i * 37) % 100;
    return { health, healthTone: 2, bad: isBad(health) };
  });

test("chances out of a health that ranks no better than chance are said to be of the sums, not of the account", () => {
  const random = randomOf(3);
  const noise = basisWords(
    basisOf(
      decided(100, () => random.chance(0.4)),
      null,
    ),
  );
  expect(noise).toContain(
    "Health ranked these decisions no better than chance, so a chance says little of its own account",
  );
  expect(
    basisWords(
      basisOf(
        decided(100, (health) => random.chance(1 - health / 100)),
        null,
      ),
    ),
  ).not.toContain("ranked");
});

test("chances that are withheld say what is missing", () => {
  expect(
    basisWords(
      basisOf(
        decided(29, (health) => health < 50),
        null,
      ),
    ),
  ).toBe(
    "No chances: 29 decisions with health known before them; 30 are needed. Until then an administrator can type renewal rates by band below.",
  );
  expect(
    basisWords(
      basisOf(
        decided(60, () => false),
        { red: 0.5, yellow: 0.8, green: 0.95 },
      ),
    ),
  ).toContain("Not calibrated: 0 of 60 decisions were churned or downsold; 10 of each kind are needed.");
});
