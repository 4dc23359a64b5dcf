"use client";
import { useId } from "react";
import { Select } from "@/components/ui/select";
import { Table, Td, Th } from "@/components/ui/table";
import { countText } from "@/lib/format";
import { columnWords } from "./table-words";

export interface WordRow {
  word: string;
  /** Rows that have the word; null where they were not counted. */
  rows: number | null;
  /** What it is put into; null: nobody has said. */
  ours: string | null;
  /** Whether a person was asked, who may take the answer back. */
  isAsked: boolean;
}

interface Props {
  column: string;
  from: string;
  words: readonly WordRow[];
  choices: readonly { value: string; label: string }[];
  /** Null takes the meaning back. */
  onWord: (word: string, ours: string | null) => void;
  /** One meaning for every word that has none yet. */
  onOthers: (words: readonly string[], ours: string) => void;
}

/** From so many words without a meaning on, one may be given to all of them. */
const MANY = 3;

/** What a select stands at while a word has no meaning. */
const OPEN = "?";

/** Their words for one of our columns, each with what it means here. */
export function ImportWords({ column, from, words, choices, onWord, onOthers }: Props) {
  const id = useId();
  const blank = `no ${columnWords(column).toLowerCase()}`;
  const others = words.filter(({ ours }) => ours === null).map(({ word }) => word);
  const open = others.length;
  return (
    <section aria-label={`Words of ${from}`} className="flex max-w-3xl flex-col gap-2">
      <h4 className="font-medium">
        “{from}” → {columnWords(column)}
        <span className="ml-2 font-normal text-muted-foreground text-xs">
          {open === 0 ? "every word has a meaning" : `${open} of ${words.length} words still need a meaning`}
        </span>
      </h4>
      {open >= MANY && (
        <div className="flex flex-wrap items-center gap-2 text-muted-foreground">
          <span id={id}>The {open} without a meaning are all</span>
          <Select
            aria-labelledby={id}
            className="w-auto"
            value={OPEN}
            onChange={(event) => onOthers(others, event.target.value)}
            options={[{ value: OPEN, label: "Choose…" }, ...choices]}
          />
        </div>
      )}
      <Table label={`Words of ${from}`}>
        <thead>
          <tr>
            <Th>Their word</Th>
            <Th numeric>Rows</Th>
            <Th>Means</Th>
          </tr>
        </thead>
        <tbody>
          {words.map(({ word, rows, ours, isAsked }) => (
            <tr key={word}>
              <Td>{word === "" ? <em>{blank}</em> : word}</Td>
              <Td numeric>{rows === null ? "" : countText(rows)}</Td>
              <Td className="min-w-48 py-1">
                <Select
                  aria-label={`Meaning of ${word === "" ? blank : word}`}
                  value={ours ?? OPEN}
                  onChange={(event) => onWord(word, event.target.value === OPEN ? null : event.target.value)}
                  options={[
                    ...(ours === null ? [{ value: OPEN, label: "Choose…" }] : []),
                    ...choices,
                    ...(ours === "" ? [{ value: "", label: "nothing: left empty" }] : []),
                    ...refusalOf(word, choices),
                    ...(ours !== null && isAsked ? [{ value: OPEN, label: "Take back: ask again" }] : []),
                  ]}
                />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** A word that stays itself is none of ours: its rows are refused, and counted. A cell without one stays empty. */
function refusalOf(word: string, choices: Props["choices"]) {
  if (word === "") return [{ value: "-", label: "Leave it open: new rows without one are refused" }];
  return choices.some(({ value }) => value === word || value === "-")
    ? []
    : [{ value: word, label: "Refuse rows with this word" }];
}
