"use client";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { rankOf } from "@/lib/core/scorecard/questions";
import type { Question } from "@/lib/core/scorecard/reasons";
import { AnswerGlyph } from "./answer-glyph";
import { useDefinitions } from "./definitions-provider";

interface Props {
  question: Question;
  answer: string | undefined;
  onPick: (value: string) => void;
  onClose: () => void;
}

/** The answers of a cell to choose from, each with its definition, beside the cell. */
export function AnswerMenu({ question, answer, onPick, onClose }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const menu = ref.current;
    const cell = menu?.closest("td");
    if (!menu || !cell) return;
    menu.showPopover({ source: cell });
    (menu.querySelector<HTMLElement>("[aria-checked=true]") ?? menu.querySelector("button"))?.focus();
  }, []);
  const { options, asks } = useDefinitions()[question];
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    event.stopPropagation();
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const index = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const chosen = options[Number(event.key) - 1];
    if (step !== 0) buttons[(index + step + buttons.length) % buttons.length]?.focus();
    else if (chosen) onPick(chosen.value);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={ref}
      popover="auto"
      role="menu"
      aria-label={asks}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onToggle={(event) => event.newState === "closed" && onClose()}
      className="anchored w-80 max-w-[calc(100vw-1rem)] rounded-card border bg-card p-1 text-foreground shadow-popover whitespace-normal"
    >
      {options.map(({ value, word, means }, index) => (
        <button
          key={value}
          type="button"
          role="menuitemradio"
          aria-checked={value === answer}
          onClick={() => onPick(value)}
          className={cx(
            "flex w-full items-start gap-2 rounded-control p-2 text-left hover:bg-muted pointer-coarse:min-h-11",
            value === answer && "bg-muted",
          )}
        >
          <span className="pt-1">
            <AnswerGlyph rank={rankOf(question, value)} />
          </span>
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{word}</span>
            <span className="block text-muted-foreground text-xs">{means}</span>
          </span>
          <Kbd>{String(index + 1)}</Kbd>
        </button>
      ))}
    </div>
  );
}
