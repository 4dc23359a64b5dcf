import type { GoldenCase } from "./golden-case";
import { valueCase } from "./value-case";
import { FLAG, NUMBER, SEVERITY } from "./value-frames";

const blank = (word: string): readonly [string, string] => [word, "!=is required for a new row"];

export const WORDS: GoldenCase[] = [
  valueCase("words for missing, where a number is required", NUMBER, undefined, [
    ...[
      "",
      " ",
      "-",
      "–",
      "—",
      "N/A",
      "n/a",
      "#N/A",
      "NA",
      "null",
      "Null",
      "none",
      "None",
      "nil",
      "NaN",
      "(blank)",
      "?",
    ].map(blank),
    ["NULL", "!=cannot be cleared"],
    ["0", "0"],
  ]),
  valueCase("yes and no", FLAG, undefined, [
    ...["yes", "Yes", "Y", "true", "TRUE", "t", "1", "on", " On "].map((word) => [word, "t"] as const),
    ...["no", "N", "false", "F", "0", "off", "-", "n/a"].map((word) => [word, "f"] as const),
    ["maybe", "!is neither yes nor no"],
    ["2", "!is neither yes nor no"],
  ]),
  valueCase("words of ours in another case", SEVERITY, undefined, [
    ["high", "high"],
    ["HIGH", "high"],
    [" Critical ", "critical"],
    ["Sev1", "!is not one of critical, high, normal, low"],
  ]),
  {
    name: "their words by a value table",
    table: "tickets",
    file: "account_id,id,opened_at,prio\na-1,t1,2026-01-01T00:00:00Z,P1\na-1,t2,2026-01-01T00:00:00Z, p2 \na-1,t3,2026-01-01T00:00:00Z,P9\n",
    mapping: {
      columns: { account_id: "account_id", id: "id", opened_at: "opened_at", severity: "prio" },
      values: { severity: { P1: "critical", P2: "high" } },
    },
    expected: {
      accepted: 2,
      rejected: [[4, "severity", '"P9" is not one of critical, high, normal, low']],
      rows: ["a-1|t1|2026-01-01 00:00:00||critical|f|", "a-1|t2|2026-01-01 00:00:00||high|f|"],
    },
  },
  {
    name: "outcomes in another company's words, dates and decimals",
    table: "outcomes",
    file: "Kunde;Ergebnis;Entschieden;Vorher;Nachher\na-1;Lost;31.03.2026;12.000,50 €;0,00 €\na-2;Renewed;1.4.2026;5.000;5.000\n",
    mapping: {
      columns: {
        account_id: "Kunde",
        kind: "Ergebnis",
        decided_on: "Entschieden",
        effective_on: "Entschieden",
        arr_before: "Vorher",
        arr_after: "Nachher",
      },
      values: { kind: { Lost: "churned" } },
      constants: { currency: "EUR" },
      formats: { dates: "dmy", decimal: "," },
    },
    expected: { accepted: 2, rows: ["a-1|churned|2026-03-31|1200050|0|", "a-2|renewed|2026-04-01|500000|500000|"] },
  },
  {
    name: "records that a mapping leaves out are counted",
    file: "account_id,key,day,value,env\na-1,k,2026-01-01,1,prod\na-1,k,2026-01-02,1,test\na-1,k,2026-01-03,x,prod\n",
    mapping: { columns: { account_id: "account_id", key: "key", day: "day", value: "value" }, only: { env: ["prod"] } },
    expected: {
      accepted: 1,
      leftOut: 1,
      rejected: [[4, "value", '"x" is not a number']],
      rows: ["a-1|k|2026-01-01|1"],
    },
  },
  {
    name: "a formula's guard is taken off, an apostrophe of the text is not",
    file: "account_id,key,day,value\na-1,'=1+1,2026-01-01,1\na-1,'til,2026-01-01,1\na-1,''=x,2026-01-01,1\na-1,'NA,2026-01-01,1\n",
    expected: {
      accepted: 4,
      rows: ["a-1|'=x|2026-01-01|1", "a-1|'til|2026-01-01|1", "a-1|=1+1|2026-01-01|1", "a-1|NA|2026-01-01|1"],
    },
  },
  {
    name: "one record twice is unchanged, one key with two values is rejected",
    file: "account_id,key,day,value\na-1,k,2026-01-01,1\na-1,k,2026-01-01,1\na-1,k,2026-01-01,2\n",
    expected: {
      accepted: 1,
      unchanged: 1,
      rejected: [[4, "key", "has the key of line 2 and other values"]],
      rows: ["a-1|k|2026-01-01|1"],
    },
  },
  {
    name: "accounts by their key in another case, with blanks",
    file: "account_id,key,day,value\nA-1,k,2026-01-01,1\n  a-2  ,k,2026-01-01,1\n,k,2026-01-01,1\n-,k,2026-01-01,1\n",
    expected: {
      accepted: 2,
      rejected: [
        [4, "account_id", "is empty"],
        [5, "account_id", '"-": there is no such account; import accounts first'],
      ],
    },
  },
  {
    name: "the end before the beginning",
    table: "contracts",
    file: "account_id,id,starts_on,ends_on,arr,currency\na-1,c1,2026-02-01,2026-01-01,5,EUR\na-1,c2,2026-02-01,2026-03-01,5,euro\n",
    expected: {
      accepted: 0,
      rejected: [
        [2, "ends_on", "2026-01-01 is before starts_on 2026-02-01"],
        [3, "currency", '"EURO" is not a currency such as USD'],
      ],
    },
  },
];
