import { TriangleAlert } from "lucide-react";
import { Card } from "@/components/ui/card";
import { type Day, daysBetween } from "@/lib/core/calendar";
import type { ModelVersion } from "@/lib/core/model-draft/model-version";
import { dayText, durationText, inText } from "@/lib/format";
import { WithdrawVersion } from "./withdraw-version";

interface Props {
  version: ModelVersion;
  /** Published, and not in force yet. */
  scheduled: readonly ModelVersion[];
  /** The version that the current run was scored by. */
  scoredBy: number | null;
  mayPublish: boolean;
  today: Day;
}

/** Who answers for the model and until when it must be looked at again; what its version changed, and what was expected of it. */
export function AccountabilityCard({ version, scheduled, scoredBy, mayPublish, today }: Props) {
  const { owner, nextReviewOn, publishedBy, publishedAt, effectiveFrom, note, expected } = version;
  const isOverdue = nextReviewOn !== null && nextReviewOn < today;
  return (
    <Card>
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <Fact name="Answers for it">{owner ?? "Nobody yet: publish a version with an owner"}</Fact>
        <Fact name="Next review">
          {isOverdue ? (
            <strong className="inline-flex items-center gap-1">
              <TriangleAlert aria-hidden className="size-4" />
              {dayText(nextReviewOn)}, overdue by {durationText(daysBetween(nextReviewOn, today))}
            </strong>
          ) : nextReviewOn ? (
            `${dayText(nextReviewOn)}, ${inText(today, nextReviewOn)}`
          ) : (
            "no date yet"
          )}
        </Fact>
        <Fact name="Published">
          {dayText(publishedAt.slice(0, 10))}
          {publishedBy && ` by ${publishedBy}`}
        </Fact>
        <Fact name="In force since">{effectiveFrom <= "1970-01-01" ? "the first day" : dayText(effectiveFrom)}</Fact>
        <Fact name="What changed, and why" wide>
          {note}
        </Fact>
        {expected && (
          <Fact name="Expected of it" wide>
            {expected}
          </Fact>
        )}
      </dl>
      {scheduled.map((next) => (
        <div
          key={next.version}
          className="mt-3 flex flex-wrap items-center justify-between gap-2 rounded-control bg-muted p-2"
        >
          <p className="min-w-0 flex-1 basis-60">
            Version {next.version}, {next.name}, begins on {dayText(next.effectiveFrom)}: {next.note}
          </p>
          {mayPublish && <WithdrawVersion version={next.version} name={next.name} />}
        </div>
      ))}
      {scoredBy !== null && scoredBy !== version.version && (
        <p role="status" className="mt-3 rounded-control bg-muted p-2">
          Scores shown are still by version {scoredBy}; those by version {version.version} follow with the next run,
          within minutes after it was published.
        </p>
      )}
    </Card>
  );
}

function Fact({ name, wide, children }: { name: string; wide?: boolean; children: React.ReactNode }) {
  return (
    <div className={wide ? "sm:col-span-2" : undefined}>
      <dt className="text-muted-foreground text-xs">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
