"use client";
import { useMemo, useState } from "react";
import { BandBadge } from "@/components/health/band-badge";
import { Button } from "@/components/ui/button";
import { compileDefinition } from "@/lib/core/health/compile-definition";
import type { Definition } from "@/lib/core/health/model";
import { applied, type ReachStep } from "@/lib/core/health/reach-step";
import { shownInteger } from "@/lib/core/health/rounding";
import { scoreEncoded } from "@/lib/core/health/score";
import { type Card, healthOf } from "@/lib/core/scorecard/overlay";
import { AnswerFields } from "./answer-fields";
import { ReadingField } from "./reading-field";

export interface TryReadingsProps {
  definition: Definition;
  /** Encoded, in the definition's column order. */
  readings: readonly number[];
  card: Card | null;
  /** The shortest way to the next band: what the fields begin with. */
  steps: readonly ReachStep[];
  /** What lifts the measured score, where the scorecard holds the band. */
  measured: readonly ReachStep[];
}

/** An account's readings and answers to change: its health follows, scored here as the server scores it. Nothing is saved. */
export function TryReadings({ definition, readings, card, steps, measured }: TryReadingsProps) {
  const compiled = useMemo(() => compileDefinition(definition), [definition]);
  const now = useMemo(() => ({ compiled, readings: Float64Array.from(readings), card }), [compiled, readings, card]);
  const [tried, setTried] = useState(() => applied(now, steps));
  const scored = scoreEncoded(compiled, tried.readings);
  const health = healthOf(compiled, scored, tried.card);
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-2" role="status">
        <BandBadge tone={health.band?.tone ?? null} name={health.band?.name ?? null} size="lg" />
        <span>
          Health <strong>{health.score === null || !health.band ? "—" : shownInteger(health.score)}</strong>
        </span>
        <span className="text-muted-foreground">
          score {scored.exact === null || !scored.band ? "—" : shownInteger(scored.exact)}
        </span>
      </p>
      {definition.measures.map((measure, column) => (
        <ReadingField
          key={measure.key}
          measure={measure}
          reading={tried.readings[column] as number}
          was={now.readings[column] as number}
          onChange={(reading) => setTried({ ...tried, readings: tried.readings.with(column, reading) })}
        />
      ))}
      {card && tried.card && (
        <AnswerFields
          answers={tried.card.answers}
          onChange={(question, to) => setTried(applied(tried, [{ kind: "answer", question, from: "", to, share: 0 }]))}
        />
      )}
      {health.steps.length > 0 && (
        <ul className="list-disc pl-4 text-muted-foreground">
          {health.steps.map(({ words }) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setTried(now)}>As it is now</Button>
        {steps.length > 0 && <Button onClick={() => setTried(applied(now, steps))}>The shortest way</Button>}
        {measured.length > 0 && (
          <Button onClick={() => setTried(applied(now, measured))}>The measured score’s way</Button>
        )}
      </div>
      <p className="text-muted-foreground text-xs">Nothing here is saved.</p>
    </div>
  );
}
