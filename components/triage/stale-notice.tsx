import { TriangleAlert } from "lucide-react";
import { Link } from "@/components/ui/link";
import { type Day, daysBetween } from "@/lib/core/calendar";
import type { Feed } from "@/lib/core/measures/columns";
import { FEED_WORDS } from "@/lib/core/measures/words";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";

interface Props {
  asOf: Day;
  feeds: readonly { feed: Feed; lastDay: Day; isFresh: boolean }[];
}

/** Says which feeds have gone silent past their freshness: their measures are missing from every score below. */
export function StaleNotice({ asOf, feeds }: Props) {
  const stale = feeds.filter(({ isFresh }) => !isFresh).sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1));
  if (stale.length === 0) return null;
  const words = stale.map(
    ({ feed, lastDay }) => `${FEED_WORDS[feed]} since ${dayText(lastDay)} (${daysBetween(lastDay, asOf)} d)`,
  );
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-2 gap-y-1 rounded-card border bg-card px-3 py-2">
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <span>
        <strong>No {words.join(", no ")}.</strong> Measures that need it count as missing.
      </span>
      <Link href={paths.data()} className="text-primary underline">
        See the data
      </Link>
    </p>
  );
}
