"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { addNote, removeNote } from "@/lib/actions/work";
import { type Target, targetsText } from "./target";
import { useSaving } from "./use-saving";
import { WorkForm } from "./work-form";

/** A note on one account. */
export function NoteDialog({ targets, onClose }: { targets: readonly Target[]; onClose: () => void }) {
  const [text, setText] = useState("");
  const { save, isPending, error, fields } = useSaving(onClose);
  const [target] = targets;
  if (!target) return null;
  return (
    <WorkForm
      title={`Note on ${targetsText([target])}`}
      submit="Save note"
      isPending={isPending}
      error={fields.text ? null : error}
      onClose={onClose}
      onSubmit={() =>
        save(
          () => addNote({ accountId: target.accountId, text }),
          ({ noteId }) => ({ title: "Note saved", undo: () => removeNote({ noteId }) }),
        )
      }
    >
      <Field label="What happened" error={fields.text} hint="Everybody who sees the account reads it.">
        {(control) => <Textarea {...control} rows={4} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
    </WorkForm>
  );
}
