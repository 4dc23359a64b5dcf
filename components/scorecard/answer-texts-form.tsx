"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { publishAnswerTexts } from "@/lib/actions/scorecards";
import { textsOf } from "@/lib/core/scorecard/question-words";
import type { Wording } from "@/lib/core/scorecard/questions";
import { QUESTIONS, type Question } from "@/lib/core/scorecard/reasons";

/** The definition of each answer; publishing makes the model's next version, and earlier cards keep the words of their time. */
export function AnswerTextsForm({ words }: { words: Wording }) {
  const toast = useToast();
  const [draft, setDraft] = useState(words);
  const [note, setNote] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const isSame = JSON.stringify(textsOf(draft)) === JSON.stringify(textsOf(words));
  const change = (question: Question, at: number, means: string) =>
    setDraft((before) => {
      const options = before[question].options.map((option, i) => (i === at ? { ...option, means } : option));
      return { ...before, [question]: { ...before[question], options } };
    });
  const publish = () =>
    startTransition(async () => {
      const result = await answered(publishAnswerTexts({ texts: textsOf(draft) ?? {}, note }));
      setRefusal(result.ok ? null : result.message);
      if (!result.ok) return;
      setNote("");
      toast({ title: `Published as version ${result.value.version} of the model` });
    });
  return (
    <form
      className="flex max-w-3xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        publish();
      }}
    >
      {QUESTIONS.map((question) => (
        <fieldset key={question} className="flex flex-col gap-2">
          <legend className="mb-1 font-semibold">
            {draft[question].name}: {draft[question].asks}
          </legend>
          {draft[question].options.map(({ value, word, means }, at) => (
            <Field key={value} label={word}>
              {(control) => (
                <Input
                  {...control}
                  value={means}
                  maxLength={300}
                  required
                  onChange={(event) => change(question, at, event.target.value)}
                />
              )}
            </Field>
          ))}
        </fieldset>
      ))}
      <Field label="What changes, and why" error={refusal}>
        {(control) => (
          <Input {...control} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <div>
        <Button type="submit" variant="primary" disabled={isPending || isSame || note.trim() === ""}>
          Publish as the next version
        </Button>
      </div>
    </form>
  );
}
