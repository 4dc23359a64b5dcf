import { ChangeBars } from "@/components/charts/change-bars";
import { ChangeText } from "@/components/health/change-text";
import { ScoreText } from "@/components/health/score-text";
import type { Day } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";

export type ChangePartRow = { key: string; name: string; value: string; points: number };

interface Props {
  since: Day;
  then: number | null;
  now: number | null;
  parts: readonly ChangePartRow[] | null;
  /** Whether each side is as published or replayed. */
  sources: readonly [then: string, now: string];
}

/** What moved health between a past day and today; the parts sum to the change of the two numbers shown. */
export function ChangeSince({ since, then, now, parts, sources }: Props) {
  if (!parts)
    return (
      <p className="text-muted-foreground">
        No change to explain: there was not enough data for a band on {dayText(since)} or today.
      </p>
    );
  if (parts.length === 0) return <p className="text-muted-foreground">Nothing changed since {dayText(since)}.</p>;
  const total = parts.reduce((sum, { points }) => sum + points, 0);
  return (
    <ChangeBars
      caption={`What changed health since ${dayText(since)}`}
      rows={parts}
      total={
        <span className="flex flex-wrap items-center gap-2">
          Health <ScoreText value={then} /> on {dayText(since)} (as {sources[0]}) → <ScoreText value={now} /> today (as{" "}
          {sources[1]}) <ChangeText points={total} />
        </span>
      }
    />
  );
}
