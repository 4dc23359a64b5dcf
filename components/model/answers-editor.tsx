"use client";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import type { Model } from "@/lib/core/health/model";
import { questionWords, textsOf } from "@/lib/core/scorecard/question-words";
import { QUESTIONS, type Question } from "@/lib/core/scorecard/reasons";

interface Props {
  model: Model;
  onChange: (model: Model, tag: string) => void;
  refusal: (path: string) => string | undefined;
}

/** What each answer means, for all definitions of the draft. */
export function AnswersEditor({ model, onChange, refusal }: Props) {
  const words = questionWords(model.answers);
  const change = (question: Question, at: number, means: string) => {
    const options = words[question].options.map((option, i) => (i === at ? { ...option, means } : option));
    const { answers: _, ...rest } = model;
    const answers = textsOf({ ...words, [question]: { ...words[question], options } });
    onChange(answers ? { ...rest, answers } : rest, `answer ${question} ${at}`);
  };
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      {QUESTIONS.map((question) => (
        <fieldset key={question} className="flex flex-col gap-2">
          <legend className="mb-1 font-medium">
            {words[question].name}: {words[question].asks}
          </legend>
          {words[question].options.map(({ value, word, means }, at) => (
            <Field key={value} label={word} error={refusal(`answers.${question}.${value}`)}>
              {(control) => (
                <Textarea
                  {...control}
                  rows={2}
                  value={means}
                  maxLength={300}
                  onChange={({ target }) => change(question, at, target.value)}
                />
              )}
            </Field>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
