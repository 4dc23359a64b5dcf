"use client";
import { Card } from "@/components/ui/card";
import type { TargetTable, WaitingKey } from "@/lib/core/import-ledger";
import { choiceOf, reviewQuestions, withChoice, withWord } from "./answer-question";
import { ImportNearMisses } from "./import-near-misses";
import { ImportQuestion } from "./import-question";
import { ImportSavedMark } from "./import-saved-mark";
import { ImportWords } from "./import-words";
import type { MappedFile } from "./imported-file";
import { useImportMapping } from "./use-import-mapping";
import { useNearKeys } from "./use-near-keys";
import { wordsOfMapping } from "./words-of-mapping";

interface Props {
  file: MappedFile;
  target: TargetTable;
  /** Account keys that nobody has, with accounts of nearly the same key. */
  waiting: readonly WaitingKey[];
  /** Account keys that a person has confirmed, with the accounts that they may mean. */
  confirmed: readonly WaitingKey[];
}

/** What only a person can say of one file's values. */
export function ImportValuesForm({ file, target, waiting, confirmed }: Props) {
  const { columns, suggestion } = file.profile;
  const suggested = suggestion.mapping;
  const { mapping, change, state } = useImportMapping(file.id, file.table, file.mapping ?? suggested);
  const questions = reviewQuestions(suggestion.questions);
  const choices = questions.filter(({ kind }) => kind !== "values");
  const tables = wordsOfMapping(mapping, { columns, questions, target });
  const near = useNearKeys([...waiting, ...confirmed], mapping.accountMatches ?? {});
  const isClear = choices.length === 0 && tables.length === 0 && near.length === 0;
  return (
    <Card title={`Values of ${file.fileName}`} aside={<ImportSavedMark state={state} />}>
      <div className="flex flex-col gap-6">
        {isClear && <p>Dates, numbers and words of this file can be read in one way only: nothing is asked.</p>}
        {choices.map((question) => (
          <ImportQuestion
            key={`${question.kind}:${question.column ?? question.from}`}
            question={question}
            column={columns.find(({ header }) => header === question.from) ?? null}
            chosen={choiceOf(question, mapping, suggested)}
            onChoose={(value) => change(withChoice(mapping, suggested, question, value))}
          />
        ))}
        {tables.map(({ question, ...words }) => (
          <ImportWords
            key={words.column}
            {...words}
            onOthers={(others, ours) =>
              change(
                others.reduce((next, word) => withWord(next, words.column, word, ours, question ?? undefined), mapping),
              )
            }
            onWord={(word, ours) => change(withWord(mapping, words.column, word, ours, question ?? undefined))}
          />
        ))}
        {near.length > 0 && (
          <ImportNearMisses
            keys={near}
            matches={mapping.accountMatches ?? {}}
            onMatch={(accountMatches) => change({ ...mapping, accountMatches })}
          />
        )}
      </div>
    </Card>
  );
}
