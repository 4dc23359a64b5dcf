import { expect, test } from "vitest";
import * as format from "@/lib/format";
import { paths } from "@/lib/paths";

test("money is short in lists and full in titles, in its own currency's units", () => {
  expect(format.moneyShort(41_200_000, "USD")).toBe("$412k");
  expect(format.moneyShort(182_000_000, "USD")).toBe("$1.82M");
  expect(format.moneyShort(0, "USD")).toBe("$0");
  expect(format.moneyShort(5_000_000, "JPY")).toBe("¥5M");
  expect(format.moneyFull(41_234_500, "EUR")).toBe("€412,345");
  expect(format.moneyShort(null, "USD")).toBe("—");
});

test("days are calendar days in every time zone", () => {
  expect(format.dayText("2027-01-27")).toBe("27 Jan 2027");
  expect(format.dayText("2028-02-29")).toBe("29 Feb 2028");
  expect(format.dayShort("2026-09-01")).toBe("1 Sep");
  expect(format.monthText("2026-11")).toBe("Nov 2026");
});

test("durations are days up to 120, then months", () => {
  expect([58, 120, 121, 184].map(format.durationText)).toEqual(["58 d", "120 d", "4 mo", "6 mo"]);
  expect(format.untilText("2026-11-30", "2027-01-27")).toBe("58 d");
  expect(format.untilText("2026-11-30", "2026-11-18")).toBe("12 d ago");
  expect(format.untilText("2026-11-30", "2026-11-30")).toBe("today");
  expect(["2026-12-01", "2026-11-30", "2026-11-18"].map((day) => format.inText("2026-11-30", day))).toEqual([
    "in 1 d",
    "today",
    "12 d ago",
  ]);
});

test("shares of fewer than twenty are counts", () => {
  expect(format.shareText(15, 121)).toBe("12% (n = 121)");
  expect(format.shareText(3, 8)).toBe("3 of 8");
});

test("points never show a negative zero, and changes carry their sign", () => {
  expect(format.pointsText(-0, 15)).toBe("0 of 15");
  expect(format.pointsText(7.96, 15)).toBe("8 of 15");
  expect(format.signedPoints(-3.24)).toBe("−3.2");
  expect(format.signedPoints(4)).toBe("+4.0");
  expect(format.signedPoints(0.04)).toBe("0");
  expect(format.changeWords(-17, 30)).toBe("down 17 points in 30 days");
});

test("addresses leave out what is absent and escape what is not a word", () => {
  expect(paths.triage({ band: "red,yellow", q: null, peek: "a b" })).toBe("/triage?band=red,yellow&peek=a%20b");
  expect(paths.account("northwind-freight")).toBe("/accounts/northwind-freight");
});
