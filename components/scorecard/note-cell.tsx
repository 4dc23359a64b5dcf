"use client";
import type { KeyboardEvent } from "react";
import { cx } from "@/components/ui/cx";
import { controlClass } from "@/components/ui/input";
import { QUESTION_WORDS } from "@/lib/core/scorecard/questions";
import type { OpenNote } from "./grid-state";

/** What a note asks for, in words. */
export function noteLabel({ question, why }: Pick<OpenNote, "question" | "why">): string {
  const { name } = QUESTION_WORDS[question];
  if (why === "first_best") return `${name}, best for the first time: name, date or number?`;
  return why === "diverges" ? `${name}: the numbers say otherwise. What did you see?` : `${name}: what did you see?`;
}

/** In the grid's last row there is no room below the field. */
const inSight = (element: HTMLElement | null) => element?.scrollIntoView({ block: "nearest" });

interface Props {
  note: OpenNote;
  text: string;
  /** The reason that stands where nothing is typed. */
  standing: string | null;
  onChange: (text: string) => void;
  onDone: () => void;
  onLeave: () => void;
}

/** The open note of a row: Enter goes on, Escape leaves it; what is typed is kept either way. It lies over
 * what is beside and below, so that no column and no row moves. */
export function NoteInput({ note, text, standing, onChange, onDone, onLeave }: Props) {
  const id = `note-${note.accountId}-${note.question}`;
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Enter" && !event.nativeEvent.isComposing) onDone();
    else if (event.key === "Escape") onLeave();
    else return;
    event.preventDefault();
  };
  return (
    <div className="absolute top-0 left-0 flex w-full min-w-54 flex-col gap-1 rounded-control border bg-muted p-1.5 shadow-popover">
      <label htmlFor={id} className="font-medium text-xs">
        {noteLabel(note)}
      </label>
      <input
        id={id}
        value={text}
        placeholder={standing ?? undefined}
        maxLength={500}
        aria-required={note.why !== null}
        aria-invalid={note.isRefused}
        aria-describedby={note.isRefused ? `${id}-asked` : undefined}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className={cx(controlClass, "h-7 scroll-mb-3")}
      />
      {note.isRefused && (
        <p id={`${id}-asked`} role="alert" ref={inSight} className="scroll-mb-3 text-xs">
          Say what you saw; Esc leaves it for later.
        </p>
      )}
    </div>
  );
}
