import { CircleCheck, Clock } from "lucide-react";
import { Table, Td, Th } from "@/components/ui/table";
import type { Day } from "@/lib/core/calendar";
import type { Feed } from "@/lib/core/measures/columns";
import { FEED_WORDS } from "@/lib/core/measures/words";
import { countText, dayText } from "@/lib/format";

export interface FeedState {
  feed: Feed;
  lastDay: Day | null;
  ageDays: number | null;
  rows: number;
  limitDays: number;
  staleOn: Day | null;
  state: "fresh" | "stale" | "never";
}

/** What the measures read: how far each feed tells, and the day on which its measures turn stale or did. */
export function FeedsTable({ feeds }: { feeds: readonly FeedState[] }) {
  const known = feeds.filter(({ state }) => state !== "never");
  const never = feeds.filter(({ state }) => state === "never").map(({ feed }) => FEED_WORDS[feed]);
  return (
    <>
      {known.length > 0 && (
        <Table label="Feeds">
          <thead>
            <tr>
              <Th>Feed</Th>
              <Th>Tells up to</Th>
              <Th numeric className="max-md:hidden">
                Age
              </Th>
              <Th numeric className="max-md:hidden">
                Rows
              </Th>
              <Th>Freshness</Th>
            </tr>
          </thead>
          <tbody>
            {known.map((feed) => (
              <tr key={feed.feed}>
                <Td className="first-letter:uppercase">{FEED_WORDS[feed.feed]}</Td>
                <Td className="whitespace-nowrap">{dayText(feed.lastDay)}</Td>
                <Td numeric className="whitespace-nowrap max-md:hidden">
                  {limited(feed)}
                </Td>
                <Td numeric className="max-md:hidden">
                  {countText(feed.rows)}
                </Td>
                <Td>
                  <Freshness {...feed} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {never.length > 0 && (
        <p className="mt-3 text-muted-foreground">
          Nothing has come of {listed(never)}. Their measures are left out of the scores until it does.
        </p>
      )}
    </>
  );
}

function Freshness({ state, staleOn }: FeedState) {
  if (state === "fresh")
    return (
      <span className="inline-flex items-center gap-1.5 text-muted-foreground">
        <CircleCheck aria-hidden className="size-4 shrink-0" />
        <span>Fresh{staleOn && <span className="max-md:hidden">, stale on {dayText(staleOn)}</span>}</span>
      </span>
    );
  return (
    <span className="inline-flex items-center gap-1.5 font-semibold">
      <Clock aria-hidden className="size-4 shrink-0" />
      <span>Stale since {dayText(staleOn)}</span>
    </span>
  );
}

function limited({ ageDays, limitDays }: FeedState): string {
  return Number.isFinite(limitDays) ? `${ageDays} of ${limitDays} d` : `${ageDays} d`;
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}
