"use client";
import { type KeyboardEvent, useRef, useState } from "react";
import { AnswerGlyph } from "@/components/scorecard/answer-glyph";
import { Table, Td, Th } from "@/components/ui/table";
import type { Month } from "@/lib/core/calendar";
import { answerWord, QUESTION_WORDS, rankOf } from "@/lib/core/scorecard/questions";
import { QUESTIONS } from "@/lib/core/scorecard/reasons";
import { dayText, monthText } from "@/lib/format";
import { type CardOfMonth, freshNotes } from "./card-of-month";

interface Props {
  /** Newest first. */
  cards: readonly CardOfMonth[];
  /** Oldest first. */
  months: readonly Month[];
}

const STEPS: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Twelve months of the three answers as glyphs: one stop of Tab, arrows go along, and the one that has the focus is said in full. */
export function AnswerStrip({ cards, months }: Props) {
  const [[row, column], setPlace] = useState<readonly [number, number]>([0, months.length - 1]);
  const table = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = [clamp(row + step[0], QUESTIONS.length), clamp(column + step[1], months.length)] as const;
    table.current?.querySelector<HTMLElement>(`[data-place="${next.join()}"]`)?.focus();
  };
  const question = QUESTIONS[row] ?? "champion";
  const month = months[column] ?? "";
  return (
    <div ref={table}>
      <Table label="Answers by month">
        <thead>
          <tr>
            <Th />
            {months.map((each) => (
              <Th key={each} className="px-0.5 text-center">
                {monthText(each).slice(0, 3)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {QUESTIONS.map((each, y) => (
            <tr key={each}>
              <Td className="font-medium">{QUESTION_WORDS[each].name}</Td>
              {months.map((at, x) => {
                const answer = cards.find(({ period }) => period === at)?.answers[each];
                const isHere = y === row && x === column;
                return (
                  <Td key={at} className="px-0.5 text-center">
                    <button
                      type="button"
                      data-place={`${y},${x}`}
                      tabIndex={isHere ? 0 : -1}
                      aria-label={`${QUESTION_WORDS[each].name}, ${monthText(at)}: ${answer ? answerWord(each, answer) : "no card"}`}
                      onFocus={() => setPlace([y, x])}
                      onMouseEnter={() => setPlace([y, x])}
                      onKeyDown={move}
                      className={`inline-flex size-6 items-center justify-center rounded-control ${isHere ? "bg-muted" : ""}`}
                    >
                      {answer && <AnswerGlyph rank={rankOf(each, answer)} />}
                    </button>
                  </Td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-2 text-muted-foreground text-xs">
        ● best · ◐ middle · ○ worst · – not applicable · blank: no card
      </p>
      <div aria-live="polite" className="mt-2 min-h-16">
        <Said card={cards.find(({ period }) => period === month)} {...{ question, month }} cards={cards} />
      </div>
    </div>
  );
}

interface SaidProps {
  card: CardOfMonth | undefined;
  question: (typeof QUESTIONS)[number];
  month: Month;
  cards: readonly CardOfMonth[];
}

function Said({ card, question, month, cards }: SaidProps) {
  const { name } = QUESTION_WORDS[question];
  const answer = card?.answers[question];
  if (!card || !answer)
    return (
      <p className="text-muted-foreground">
        {name}, {monthText(month)}: no card
      </p>
    );
  const note = card.notes[question];
  const isFresh = freshNotes(card, cards[cards.indexOf(card) + 1]).includes(question);
  const means = card.meanings[question].options.find(({ value }) => value === answer)?.means;
  return (
    <>
      <p>
        <strong className="font-semibold">
          {name} {answerWord(question, answer)}
        </strong>
        {`, ${monthText(month)}: ${means}.`}
      </p>
      <p className="text-muted-foreground text-xs">
        {card.author ?? "imported"} · {dayText(card.submittedOn)}
        {card.recordedAs === "owner" ? "" : ` · as ${card.recordedAs}`}
      </p>
      {note && (
        <p>
          {isFresh ? "" : "Carried over: "}
          {note}
        </p>
      )}
    </>
  );
}

const clamp = (at: number, count: number) => Math.min(Math.max(at, 0), count - 1);
