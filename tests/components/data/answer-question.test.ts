import { describe, expect, it } from "vitest";
import { isAnswered, withChoice, withWord } from "@/components/data/answer-question";
import type { Question } from "@/components/data/imported-file";
import { wordsOfMapping } from "@/components/data/words-of-mapping";

const owners: Question = {
  kind: "values",
  column: "csm_email",
  from: "Owner",
  text: "Who is each?",
  words: ["Jane", "Max"],
  choices: [
    { value: "jane_doe@x.test", label: "jane_doe@x.test", sets: null },
    { value: "-", label: "nobody known here", sets: null },
  ],
  sets: { columns: { csm_email: "Owner" } },
};
const severity: Question = {
  kind: "values",
  column: "severity",
  from: "Priority",
  text: "What do rows without a severity count as?",
  words: [""],
  choices: [{ value: "normal", label: "normal", sets: null }],
};
const dates = (headers: string[]): Question => ({
  kind: "date_order",
  from: "opened",
  text: "How are dates written?",
  choices: (["dmy", "mdy"] as const).map((order) => ({
    value: order,
    label: order,
    sets: { columnFormats: Object.fromEntries(headers.map((header) => [header, { dates: order }])) },
  })),
});
const empty = { columns: { account_id: "Id" } };

describe("the meaning of a word", () => {
  it("brings the column in once every word has one, and takes it out again when one is taken back", () => {
    const first = withWord(empty, "csm_email", "Jane", "jane_doe@x.test", owners);
    expect(first.columns).not.toHaveProperty("csm_email");
    const both = withWord(first, "csm_email", "Max", "-", owners);
    expect(both.columns).toMatchObject({ csm_email: "Owner" });
    expect(isAnswered(owners, both, empty)).toBe(true);
    const back = withWord(both, "csm_email", "Jane", null, owners);
    expect(back.columns).toEqual(empty.columns);
    expect(back.values).toEqual({ csm_email: { Max: "-" } });
    expect(isAnswered(owners, back, empty)).toBe(false);
  });

  it("is shown with the choices' own names, in one order, with the rows that have no word", () => {
    const target = { table: "tickets", extraPrefix: null, columns: [] };
    const columns = [
      { header: "Priority", records: 9, filled: 5, words: { high: 5 } },
      { header: "Owner", records: 9, filled: 9, words: { Jane: 4, Max: 5 } },
    ] as unknown as Parameters<typeof wordsOfMapping>[1]["columns"];
    const mapping = { columns: { severity: "Priority" }, values: { csm_email: { Max: "-" } } };
    const [named, blank] = wordsOfMapping(mapping, { columns, questions: [owners, severity], target });
    expect(named?.words.map(({ word, ours }) => [word, ours])).toEqual([
      ["Jane", null],
      ["Max", "-"],
    ]);
    expect(named?.choices).toContainEqual({ value: "-", label: "nobody known here" });
    expect(named?.choices).toContainEqual({ value: "jane_doe@x.test", label: "jane_doe@x.test" });
    expect(blank?.words).toEqual([{ word: "", rows: 4, ours: null, isAsked: true }]);
  });
});

describe("an answer about dates", () => {
  it("is asked again where a column has come that it does not cover", () => {
    const one = dates(["opened"]);
    const said = withChoice(empty, empty, one, "dmy");
    expect(isAnswered(one, said, empty)).toBe(true);
    expect(isAnswered(dates(["opened", "closed"]), said, empty)).toBe(false);
  });
});
