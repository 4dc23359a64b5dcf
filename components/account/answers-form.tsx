"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { confirmedWords } from "@/components/scorecard/confirmed-words";
import { PeopleSay } from "@/components/scorecard/measured-cells";
import { rowView, type Typed } from "@/components/scorecard/row-view";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { submitScorecards } from "@/lib/actions/scorecards";
import type { Month } from "@/lib/core/calendar";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { QUESTIONS } from "@/lib/core/scorecard/reasons";
import { dayText, monthText } from "@/lib/format";
import { AnswerRow } from "./answer-row";

const NOTHING: Typed = { answers: {}, notes: { champion: null, executive: null, outcome: null } };

/** The three answers of the month, changed in place. Who does not own the card challenges it: theirs stands beside it. */
export function AnswersForm({ row, period }: { row: GridRow; period: Month }) {
  const router = useRouter();
  const toast = useToast();
  const [typed, setTyped] = useState(NOTHING);
  const [error, setError] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const view = rowView(row, typed, false);
  const isChallenge = row.answersAs === "challenge";
  const isTyped = typed !== NOTHING;
  const canSend = view.answers !== null && view.lacking.length === 0 && (isTyped || !view.isConfirmed);
  const submit = () =>
    startTransition(async () => {
      const { answers } = view;
      if (!answers) return;
      const card = { accountId: row.accountId, version: row.card?.version ?? 0, answers, notes: typed.notes };
      const result = await answered(submitScorecards({ period, cards: [card] }));
      if (!result.ok) return setError(result.message);
      const [first] = result.value;
      if (!first?.submitted) return setError(first?.message ?? "Not confirmed. Reload the page and try again.");
      setError(null);
      setTyped(NOTHING);
      const sent = { of: "submit" as const, rows: [{ row, changes: 0, answers, typed }] };
      const words = confirmedWords([first], sent);
      toast(words ?? { title: `Card of ${monthText(period)} confirmed` });
      router.refresh();
    });
  return (
    <form
      method="post"
      aria-label={`Answers of ${monthText(period)}`}
      className="flex flex-col gap-3 print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend && !isPending) submit();
      }}
    >
      {QUESTIONS.map((question) => (
        <AnswerRow
          key={question}
          question={question}
          cell={view.cells[question]}
          note={typed.notes[question]}
          standing={view.notes[question]}
          lack={view.lacking.find((lack) => lack.question === question)}
          disabled={isPending || row.answersAs === null}
          onAnswer={(value) => setTyped({ ...typed, answers: { ...typed.answers, [question]: value } })}
          onNote={(text) => setTyped({ ...typed, notes: { ...typed.notes, [question]: text } })}
        />
      ))}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="flex items-center gap-2">
          These answers say <PeopleSay view={view} />
        </span>
        {row.answersAs && (
          <span className="ml-auto flex gap-2 max-md:ml-0">
            {isTyped && <Button onClick={() => setTyped(NOTHING)}>Take back</Button>}
            <Button type="submit" variant={isTyped ? "primary" : "secondary"} disabled={!canSend || isPending}>
              {isChallenge ? "Challenge the card" : `Confirm ${monthText(period)}`}
            </Button>
          </span>
        )}
      </div>
      {error && (
        <p role="alert" className="font-medium">
          {error}
        </p>
      )}
      <p className="text-muted-foreground text-xs">{standingWords(row, period)}</p>
    </form>
  );
}

/** Whose card it is and whether it stands, in one line. */
function standingWords({ card, challenge, answersAs, filler }: GridRow, period: Month): string {
  const owner = filler ?? "nobody yet";
  const stands = card
    ? `Confirmed ${dayText(card.submittedOn)} by ${card.author ?? "an import"}.`
    : `Not confirmed for ${monthText(period)}.`;
  const whose = answersAs === "challenge" ? ` It is ${owner}'s card: your answers stand beside it as a challenge.` : "";
  const challenged = challenge
    ? ` ${challenge.author ?? "Someone"} challenged it on ${dayText(challenge.submittedOn)}.`
    : "";
  return `${stands}${whose}${challenged}`;
}
