import { describe, expect, test } from "vitest";
import { decimalOf, readNumber } from "@/lib/ingest/read-number";

const read = (text: string, decimal: "." | ",") => {
  const result = readNumber(text, decimal);
  return "fault" in result ? result.fault : result.number;
};

describe("numbers as people write them", () => {
  test.each([
    ["12345.67", 12345.67],
    ["$12,345.67", 12345.67],
    ["-$1,234", -1234],
    ["$-1,234.5", -1234.5],
    ["(1,234)", -1234],
    ["($1,234.50)", -1234.5],
    ["1234-", -1234],
    ["−5", -5],
    ["+7", 7],
    ["66%", 66],
    ["66 %", 66],
    ["1.2k", 1200],
    ["3M", 3_000_000],
    ["4.35bn", 4_350_000_000],
    ["1e3", 1000],
    ["1.5E+3", 1500],
    [".5", 0.5],
    ["5.", 5],
    ["1'234.50", 1234.5],
    ["1 234 567.5", 1_234_567.5],
    ["USD 1,200", 1200],
    ["1,200 EUR", 1200],
    ["US$1,200", 1200],
    ["-0", 0],
    ["1,234,567", 1_234_567],
  ])("%s is %d with a decimal point", (text, number) => expect(read(text, ".")).toBe(number));

  test.each([
    ["12.345,67 €", 12345.67],
    ["€ 1\u00a0234,50", 1234.5],
    ["€\u202f1\u2009234,50", 1234.5],
    ["1.234.567", 1_234_567],
    ["1.234", 1234],
    ["0,5", 0.5],
    ["12,5 %", 12.5],
    ["-1.234,00", -1234],
    ["12", 12],
    ["1,5e3", 1500],
  ])("%s is %d with a decimal comma", (text, number) => expect(read(text, ",")).toBe(number));

  test.each([
    ["abc", ".", "is not a number"],
    ["", ".", "is not a number"],
    ["1 2345", ".", "is not a number"],
    ["12 PTS", ".", "is not a number"],
    ["(-5)", ".", "is not a number"],
    ["$5 USD", ".", "is not a number"],
    ["1.2.3", ".", "is not a number"],
    ["5 days", ".", "is not a number"],
    ["12,5", ".", "has a decimal comma; choose decimal comma for this column"],
    ["12.345,67", ".", "has a decimal comma; choose decimal comma for this column"],
    ["1,234.5", ",", "has a decimal point; choose decimal point for this column"],
    ["1,23,456", ".", "is not a number"],
  ] as const)("%s with %s %s", (text, decimal, fault) => expect(read(text, decimal)).toBe(fault));

  test.each([
    ["12", null],
    ["1.5", "."],
    ["1,5", ","],
    ["1.234", "either"],
    ["1,234", "either"],
    ["$1,234", "either"],
    ["0.123", "."],
    ["1234.567", "."],
    ["1.234,5", ","],
    ["1,234,567", "."],
    ["1 234,500", ","],
    ["1.2k", "."],
  ])("%s says %s of its decimal mark", (text, mark) => expect(decimalOf(text)).toBe(mark));

  test("a sign or code names its currency, a bare dollar does not", () => {
    expect(readNumber("12.345,67 €", ",")).toEqual({ number: 12345.67, currency: "EUR" });
    expect(readNumber("CHF 1'200", ".")).toEqual({ number: 1200, currency: "CHF" });
    expect(readNumber("$5", ".")).toEqual({ number: 5, currency: null });
  });
});
