import type { TargetTable } from "@/lib/core/import-ledger";
import { wordsOpen } from "./answer-question";
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
    const counts = columns.find(({ header }) => header === from)?.words ?? {};
    const open = question ? wordsOpen(question, mapping) : [];
    const words = [...open, ...Object.keys(said)].map((word) => ({
      word,
      rows: counts[word] ?? null,
      ours: said[word] ?? null,
    }));
    if (words.length === 0) return [];
    return [{ column, from, words, choices: choicesOf(column, question, said, target), question }];
  });
}

function choicesOf(column: string, question: Question | null, said: Record<string, string>, target: TargetTable) {
  const spec = target.columns.find(({ name }) => name === column);
  const ours = spec?.values ?? (spec?.type === "boolean" ? ["true", "false"] : []);
  const values =
    ours.length > 0
      ? ours
      : [...new Set([...(question?.choices ?? []).map(({ value }) => value), ...Object.values(said)])];
  return values
    .filter((value) => value !== "")
    .map((value) => ({
      value,
      label: spec?.type === "boolean" ? (value === "true" ? "yes" : "no") : value.replaceAll("_", " "),
    }));
}
