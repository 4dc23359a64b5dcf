import { expect, test } from "vitest";
import { bandIndexOf, bandOf, bandWidth, compileBands } from "@/lib/core/health/band";
import { Bands } from "@/lib/core/health/bands";
import { apiNumber, roundSix, shownInteger } from "@/lib/core/health/rounding";
import { trendOf, velocityOf } from "@/lib/core/health/trend";

const four = Bands.parse([
  { key: "healthy", from: 90 },
  { key: "at_risk", from: 70 },
  { key: "concerning", from: 50 },
  { key: "critical", from: 0 },
]);

test("a band begins at its cut-off, inclusive, at six decimals", () => {
  expect(bandOf(four, 90)?.key).toBe("healthy");
  expect(bandOf(four, 89.9999996)?.key).toBe("healthy");
  expect(bandOf(four, 89.999999)?.key).toBe("at_risk");
  expect(bandOf(four, 0)?.key).toBe("critical");
  expect(bandOf(four, null)).toBeNull();
  expect(bandIndexOf(compileBands(four), Number.NaN)).toBe(-1);
});

test("a tone spans all of its bands, and one that no band has stands for the next worse", () => {
  const { low, high } = compileBands(four);
  expect([...low]).toEqual([0, 50, 90]);
  expect([...high]).toEqual([49.9, 89.9, 100]);
  const two = compileBands(
    Bands.parse([
      { key: "good", from: 60 },
      { key: "bad", from: 0 },
    ]),
  );
  expect([two.low[1], two.high[1]]).toEqual([0, 59.9]);
});

test("a shown integer never contradicts its band, and the API rounds halves away from zero", () => {
  expect([shownInteger(74.96), shownInteger(74.9999996), shownInteger(0)]).toEqual([74, 75, 0]);
  expect([apiNumber(90.25), apiNumber(90.249), apiNumber(-37.45), apiNumber(1e12)]).toEqual([90.3, 90.2, -37.5, 1e12]);
  expect(apiNumber(1.005 * 10)).toBe(10.1);
  expect([roundSix(-0.0000005), roundSix(1e300)]).toEqual([-0.000001, 1e300]);
});

test("health trends when it moves by 3 points and a quarter of its band's width", () => {
  expect(bandWidth(four, "healthy")).toBe(10);
  expect(trendOf(four, 95, 91)).toMatchObject({ direction: "improving", threshold: 3 });
  expect(trendOf(four, 95, 92.5)?.direction).toBe("stable");
  expect(trendOf(four, 80, 84.9)?.direction).toBe("stable");
  expect(trendOf(four, 80, 85)?.direction).toBe("declining");
  expect(trendOf(four, 80, 85, -5)?.direction).toBe("stable");
  expect(trendOf(four, null, 85)).toBeNull();
  expect([velocityOf(60, 90), velocityOf(60, null)]).toEqual([-10, null]);
});
