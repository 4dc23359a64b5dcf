import type { GoldenCase } from "./golden-case";
import { valueCase } from "./value-case";
import { MONEY, NUMBER } from "./value-frames";

const NONE = "!is not a number";

export const NUMBERS: GoldenCase[] = [
  valueCase("plain numbers", NUMBER, undefined, [
    ["12", "12"],
    ["12.5", "12.5"],
    ["-3", "-3"],
    [".5", "0.5"],
    ["5.", "5"],
    ["1e3", "1000"],
    ["1.5E-3", "0.0015"],
    ["007", "7"],
    ["-0", "0"],
  ]),
  valueCase("thousands by comma", NUMBER, undefined, [
    ["1,234", "1234"],
    ["1,234,567.89", "1234567.89"],
    ["12,34", "!has a decimal comma; choose decimal comma for this column"],
    ["1,23,456", NONE],
    ["1,234.5.6", NONE],
  ]),
  valueCase("decimal commas", NUMBER, { decimal: "," }, [
    ["12,5", "12.5"],
    ["1.234", "1234"],
    ["1.234,5", "1234.5"],
    ["0,125", "0.125"],
    ["1,234.5", "!has a decimal point; choose decimal point for this column"],
    ["12.5", "!has a decimal point; choose decimal point for this column"],
  ]),
  valueCase("decimal commas where nobody chose them", NUMBER, undefined, [
    ["12,5", "!has a decimal comma; choose decimal comma for this column"],
    ["1.234,5", "!has a decimal comma; choose decimal comma for this column"],
  ]),
  valueCase("thousands by blanks of every width and by apostrophes", NUMBER, { decimal: "," }, [
    ["1 234,50", "1234.5"],
    ["1\u00a0234\u00a0567", "1234567"],
    ["1\u2009234", "1234"],
    ["1\u202f234,5", "1234.5"],
    ["1'234,5", "1234.5"],
    ["1’234’567", "1234567"],
    ["1 2345", NONE],
  ]),
  valueCase("negative numbers", NUMBER, undefined, [
    ["(1,234)", "-1234"],
    ["($1,234.50)", "-1234.5"],
    ["\u22125", "-5"],
    ["1234-", "-1234"],
    ["-$5", "-5"],
    ["$-5", "-5"],
    ["(-5)", NONE],
  ]),
  valueCase("per cent", NUMBER, undefined, [
    ["66%", "66"],
    ["66.5 %", "66.5"],
    ["-3%", "-3"],
    ["%", NONE],
  ]),
  valueCase("thousands and millions by letter", NUMBER, undefined, [
    ["1.2k", "1200"],
    ["3M", "3000000"],
    ["4.35bn", "4350000000"],
    ["2K", "2000"],
    ["$1.5m", "1500000"],
    ["1.2x", NONE],
    ["5 days", NONE],
  ]),
  valueCase("what is no number", NUMBER, undefined, [
    ["abc", NONE],
    ["12 PTS", NONE],
    ["1-2", NONE],
    ["1/2", NONE],
    ["0x10", NONE],
    ["Infinity", NONE],
    ["1e400", "!is too large"],
    ["9007199254740993", "!is too large"],
    ["true", NONE],
  ]),
  valueCase("amounts with a decimal point", MONEY, undefined, [
    ["$12,345.67", "1234567"],
    ["12345.67", "1234567"],
    ["EUR 1,200", "120000"],
    ["1,200.00 EUR", "120000"],
    ["1.2k", "120000"],
    ["-5", "!=-5 is below 0"],
  ]),
  valueCase("amounts with a decimal comma", MONEY, { decimal: "," }, [
    ["12.345,67 €", "1234567"],
    ["€ 1\u00a0234,50", "123450"],
    ["€1.200", "120000"],
    ["0,01", "1"],
  ]),
  {
    name: "an amount's own sign is its currency where no column says another",
    table: "contracts",
    file: "account_id,id,starts_on,arr,currency\na-1,c1,2026-01-01,€5,\na-1,c2,2026-01-01,5,\na-1,c3,2026-01-01,€5,usd\na-1,c4,2026-01-01,GBP 5,GBP\na-1,c5,2026-01-01,$5,CAD\n",
    expected: {
      accepted: 4,
      rejected: [[4, "arr", "is in EUR, but the row's currency is USD"]],
      rows: [
        "a-1|c1|2026-01-01||500|EUR||f",
        "a-1|c2|2026-01-01||500|USD||f",
        "a-1|c4|2026-01-01||500|GBP||f",
        "a-1|c5|2026-01-01||500|CAD||f",
      ],
    },
  },
  {
    name: "counts must be whole and not negative",
    table: "usage_days",
    file: "account_id,day,active_users,logins\na-1,2026-01-01,5,1.5\na-1,2026-01-02,-1,\na-1,2026-01-03,7.0,\n",
    expected: {
      accepted: 1,
      rejected: [
        [2, "logins", '"1.5" is not a whole number'],
        [3, "active_users", "-1 is below 0"],
      ],
      rows: ["a-1|2026-01-03|7|"],
    },
  },
  {
    name: "a score above what its survey allows",
    table: "surveys",
    file: "account_id,id,at,kind,score\na-1,s1,2026-01-01T00:00:00Z,nps,101\na-1,s2,2026-01-01T00:00:00Z,nps,66%\n",
    expected: {
      accepted: 1,
      rejected: [[2, "score", "101 is above 100"]],
      rows: ["a-1|s2|2026-01-01 00:00:00|nps|66"],
    },
  },
];
