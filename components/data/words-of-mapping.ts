import type { TargetTable } from "@/lib/core/import-ledger";
import { sourceOf } from "./edit-mapping";
import type { WordRow } from "./import-words";
import type { FileColumn, Mapping, Question } from "./imported-file";

export interface WordTable {
  column: string;
  from: string;
  words: WordRow[];
  choices: { value: string; label: string }[];
  question: Question | null;
}

/** Every column of ours whose words were put into others, or wait for it; words that are ours already need no table. */
export function wordsOfMapping(
  mapping: Mapping,
  {
    columns,
    questions,
    target,
  }: { columns: readonly FileColumn[]; questions: readonly Question[]; target: TargetTable },
): WordTable[] {
  const asked = new Map(questions.filter(({ kind }) => kind === "values").map((one) => [one.column ?? "", one]));
  const names = new Set([...Object.keys(mapping.values ?? {}), ...asked.keys()]);
  return [...names].flatMap((column) => {
    const question = asked.get(column) ?? null;
    const from = sourceOf(mapping, column)?.from ?? question?.from;
    if (from === undefined) return [];
    const said = mapping.values?.[column] ?? {};
    const theirs = columns.find(({ header }) => header === from);
    const blanks = theirs ? theirs.records - theirs.filled : null;
    const words = new Set([...(question?.words ?? []), ...Object.keys(said)]);
    const rows = [...words].map((word) => ({
      word,
      rows: word === "" ? blanks : (theirs?.words?.[word] ?? null),
      ours: said[word] ?? null,
      isAsked: question?.words?.includes(word) ?? false,
    }));
    if (rows.length === 0) return [];
    return [{ column, from, words: rows, choices: choicesOf(column, question, said, target), question }];
  });
}

function choicesOf(column: string, question: Question | null, said: Record<string, string>, target: TargetTable) {
  const spec = target.columns.find(({ name }) => name === column);
  if (spec?.type === "boolean") {
    return [
      { value: "true", label: "yes" },
      { value: "false", label: "no" },
    ];
  }
  const ours = spec?.values?.map((value) => ({ value, label: value.replaceAll("_", " ") }));
  if (ours) return ours;
  const asked = question?.choices.map(({ value, label }) => ({ value, label })) ?? [];
  const others = Object.values(said).filter((value) => value !== "" && !asked.some((one) => one.value === value));
  return [...asked, ...[...new Set(others)].map((value) => ({ value, label: value }))];
}
