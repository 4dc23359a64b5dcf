import type { Said } from "@/lib/api/scorecards";
import type { Answers } from "@/lib/core/scorecard/answers";
import type { Notes } from "@/lib/core/scorecard/reasons";

/** What a program says of a month, as the commands take it: the one reason stands for every question without its own. */
export function saidOf({ champion, executive, outcome, reason, reasons }: Said): { answers: Answers; notes: Notes } {
  const noteOf = (question: keyof Notes) => reasons?.[question] ?? reason ?? null;
  return {
    answers: { champion, executive, outcome },
    notes: { champion: noteOf("champion"), executive: noteOf("executive"), outcome: noteOf("outcome") },
  };
}
