import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { type LossPattern, PATTERN_HORIZON } from "@/lib/core/validation/loss-pattern";
import type { MissingDecision } from "@/lib/core/validation/missing-decisions";
import { REPLAY_PACE } from "@/lib/core/validation/replay-pace";
import { dayText } from "@/lib/format";
import { LossStories, type Story } from "./loss-stories";
import { PatternTable } from "./pattern-table";
import { andList } from "./validation-words";

interface Props {
  stories: readonly Story[];
  pattern: LossPattern;
  /** Days before of which too little is computed to tell. */
  waiting: readonly number[];
  missing: readonly MissingDecision[];
  /** Opens a draft from the pattern, where one may. */
  draft: ReactNode;
}

/** What the last churned had in common and what can be made of it; then each of them, which are as many stops for the Tab key. */
export function LastLosses({ stories, pattern, waiting, missing, draft }: Props) {
  const isAnyKnown = stories.some(({ weeks }) => weeks.some((health) => health !== null));
  const isTold = pattern.rows.length > 0;
  const isSuggested = pattern.rows.some((row) => row.isBeyondChance);
  return (
    <Card id="losses" title={`The last ${stories.length} that churned`}>
      {isTold && (
        <>
          <h3 className="mb-1 font-medium">What they had in common</h3>
          <PatternTable pattern={pattern} />
        </>
      )}
      {missing.length + waiting.length > 0 && (
        <p className="mt-2 max-w-prose">
          {missing.length > 0 && `${missingWords(missing)} `}
          {waiting.length > 0 && `Not computed yet: ${waiting.join(", ")} days before. `}
          The background job does{" "}
          {waiting.length > 0 ? `a part every ${REPLAY_PACE.minutes}` : `it within about ${REPLAY_PACE.minutes}`}{" "}
          minutes.
        </p>
      )}
      {isTold && !waiting.includes(PATTERN_HORIZON) && !isSuggested && (
        <p className="mt-2">Nothing is suggested: of no measure do so many show it that chance is ruled out.</p>
      )}
      {isSuggested && draft && <div className="mt-3">{draft}</div>}
      <h3 className="mt-4 mb-1 font-medium first:mt-0">Health of each, 180 days to the decision</h3>
      {isAnyKnown ? (
        <LossStories stories={stories} />
      ) : (
        <p className="text-muted-foreground">No health is known of any of them in those days.</p>
      )}
    </Card>
  );
}

/** "1 decision is still being computed: not in these figures is Pine Systems (churned on 3 Nov 2026)." */
function missingWords(missing: readonly MissingDecision[]): string {
  const named = missing.map(({ name, kind, decidedOn, horizons }) => {
    const lacks = horizons.length > 0 ? `, for ${andList(horizons.map(String))} days before` : "";
    return `${name} (${kind} on ${dayText(decidedOn)}${lacks})`;
  });
  const isOne = missing.length === 1;
  return `${missing.length} ${isOne ? "decision is" : "decisions are"} still being computed: not in these figures ${isOne ? "is" : "are"} ${andList(named)}.`;
}
