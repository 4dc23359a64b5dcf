import { TriangleAlert } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Popover } from "@/components/ui/popover";
import { type Day, daysBetween } from "@/lib/core/calendar";
import type { Feed } from "@/lib/core/measures/columns";
import { FEED_WORDS } from "@/lib/core/measures/words";
import { dayText, durationText } from "@/lib/format";
import { paths } from "@/lib/paths";

export interface FreshnessProps {
  asOf: Day;
  feeds: readonly { feed: Feed; lastDay: Day; isFresh: boolean }[];
  /** How far the score is to be believed, and whether its quarterly review is overdue. */
  standing: { text: string; dueOn: Day | null; isOverdue: boolean };
}

/** "Scored 30 Nov 2026 · 12 of 12 sources fresh"; opens to what each source has delivered. */
export function Freshness({ asOf, feeds, standing }: FreshnessProps) {
  const fresh = feeds.filter(({ isFresh }) => isFresh).length;
  const isStale = fresh < feeds.length;
  return (
    <Popover
      buttonClass={buttonClass({ variant: "ghost", size: "sm" }, "text-muted-foreground font-normal")}
      button={
        <>
          {isStale && <TriangleAlert aria-hidden className="size-3.5 text-foreground" />}
          <span>
            Scored {dayText(asOf)} ·{" "}
            <span className={isStale ? "font-medium text-foreground underline" : undefined}>
              {fresh} of {feeds.length} sources fresh
            </span>
          </span>
          {standing.isOverdue && (
            <span className="inline-flex items-center gap-1 rounded-badge border border-input px-1.5 font-medium text-foreground">
              <TriangleAlert aria-hidden className="size-3" />
              Score review overdue
            </span>
          )}
        </>
      }
      className="w-80"
    >
      <h2 className="mb-1 font-semibold">The score</h2>
      <p className="mb-3 text-xs">
        {sentence(standing.text)}.{standing.isOverdue && ` Its review was due on ${dayText(standing.dueOn)}.`}{" "}
        <Link href={paths.validation()} className="text-primary underline">
          {standing.isOverdue ? "Review it" : "How often it was right"}
        </Link>
      </p>
      <h2 className="mb-2 font-semibold">Sources</h2>
      <table className="w-full text-xs">
        <tbody>
          {feeds.map(({ feed, lastDay, isFresh }) => (
            <tr key={feed}>
              <th scope="row" className="py-0.5 text-left font-normal">
                {FEED_WORDS[feed]}
              </th>
              <td className="text-right">{dayText(lastDay)}</td>
              <td className="pl-3 text-right">
                {isFresh ? "fresh" : <strong>{durationText(daysBetween(lastDay, asOf))} old</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Link href={paths.data()} className="mt-2 inline-block text-primary text-xs underline">
        {isStale ? "What to do about it" : "More about the data"}
      </Link>
    </Popover>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
