"use client";
import { useState, useTransition } from "react";
import { flushSync } from "react-dom";
import { useUndo } from "@/components/shell/undo-provider";
import { answered } from "@/components/ui/answered";
import { useToast } from "@/components/ui/toast";

type Fields = Readonly<Record<string, string>>;
type Answer<Value> = { ok: true; value: Value } | { ok: false; message: string; fields: Fields };

/** Sends a form's work to the server: errors come back by field, what was saved can be taken back; what is signed or sent
 * has no undo. */
export function useSaving(onSaved: () => void) {
  const [fields, setFields] = useState<Fields>({});
  const [error, setError] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const remember = useUndo();
  const toast = useToast();
  const save = <Value>(
    call: () => Promise<Answer<Value>>,
    saved: (value: Value) => { title: string; undo?: () => Promise<unknown> },
  ) =>
    startTransition(async () => {
      const result = await answered(call());
      if (!result.ok) {
        setFields(result.fields);
        setError(result.message);
        return;
      }
      const redo = async () => {
        const again = await answered(call());
        if (again.ok) keep(again.value);
        else toast({ title: "Not done again", description: again.message, failed: true });
      };
      const keep = (value: Value) => {
        const { title, undo } = saved(value);
        if (undo) remember({ title, undo, redo });
        else toast({ title });
      };
      // The form is gone before anything says it is saved: a key pressed on that word acts on the list, and is not lost to the form.
      flushSync(onSaved);
      keep(result.value);
    });
  return { save, isPending, error, fields };
}
