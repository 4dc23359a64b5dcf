import { CircleCheck, CircleDashed } from "lucide-react";

export interface PathStep {
  name: string;
  isDone: boolean;
  /** What is known, or what is needed next. */
  words: string;
}

/** From a heuristic to a predictive score: what is known now, and what is needed next. */
export function PredictivePath({ steps }: { steps: readonly PathStep[] }) {
  const next = steps.findIndex(({ isDone }) => !isDone);
  return (
    <ol className="flex flex-col gap-2">
      {steps.map(({ name, isDone, words }, i) => {
        const Icon = isDone ? CircleCheck : CircleDashed;
        return (
          <li key={name} className="flex gap-2">
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>
              <strong className="font-medium">
                {i + 1}. {name}
              </strong>{" "}
              <span className="text-muted-foreground">
                {isDone ? "Done" : i === next ? "Next" : "Later"}: {words}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
