import type { ReactNode } from "react";
import { ChangeBars } from "@/components/charts/change-bars";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/core/calendar";
import type { BookChange, BookPart } from "@/lib/core/portfolio/book-change";
import { countText, dayText, signedPoints } from "@/lib/format";
import { paths } from "@/lib/paths";
import { bookPartWords } from "./book-part-words";

interface Props {
  between: { from: Day; to: Day };
  change: BookChange;
  /** Whose accounts, as the address says it. */
  query: Readonly<Record<string, string | undefined>>;
  /** How many bars; the rest is summed into one. */
  most: number;
  /** The part whose accounts are shown. */
  shown?: string | null;
  aside?: ReactNode;
}

/** Which measures moved the average health between two days, in points that sum to its change; each bar opens its accounts. */
export function BookChangeSection({ between, change, query, most, shown, aside }: Props) {
  const { before, after, shownChange, compared, parts } = change;
  const large = [...parts].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const bars = large.slice(0, parts.length > most ? most - 1 : most);
  const rest = large.slice(bars.length);
  const restShown = Math.round(rest.reduce((sum, part) => sum + part.shown, 0) * 10) / 10;
  const rows = bars
    .sort((a, b) => a.points - b.points)
    .map((part) => ({
      key: partKey(part),
      name: (
        <Link
          href={`${paths.bookTrend({ ...query, ...between, part: partKey(part) })}#accounts`}
          aria-current={partKey(part) === shown ? "true" : undefined}
          className="inline-block py-1 text-primary underline aria-current:font-semibold"
        >
          {bookPartWords(part)}
        </Link>
      ),
      points: part.shown,
    }));
  return (
    <Card title="What moved the average" aside={aside}>
      <figure>
        <figcaption className="mb-2">{findingOf(change, between)}</figcaption>
        {parts.length === 0 ? (
          <p className="text-muted-foreground">Nothing moved it.</p>
        ) : (
          <ChangeBars
            caption="Points of the average health by what moved it"
            rows={
              rest.length > 0
                ? [...rows, { key: "rest", name: `${countText(rest.length)} smaller parts`, points: restShown }]
                : rows
            }
            total={
              <span className="text-sm">
                {before.shown.toFixed(1)} on {dayText(between.from)} (n = {countText(before.accounts)}) →{" "}
                {after.shown.toFixed(1)} on {dayText(between.to)} (n = {countText(after.accounts)}):{" "}
                <strong className="font-semibold">{signedPoints(shownChange)}</strong>, over {countText(compared)} with
                a score on both days
              </span>
            }
          />
        )}
      </figure>
    </Card>
  );
}

/** A part as the address names it. */
export function partKey({ kind, key }: Pick<BookPart, "kind" | "key">): string {
  return key === null ? kind : `${kind}.${key}`;
}

function findingOf({ shownChange, parts }: BookChange, { from }: { from: Day }): string {
  const ofSign = parts.filter(({ points }) => Math.sign(points) === Math.sign(shownChange));
  const [main] = [...ofSign].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const moved =
    shownChange === 0
      ? `Average health is what it was on ${dayText(from)}`
      : `Average health ${shownChange < 0 ? "fell" : "rose"} ${Math.abs(shownChange).toFixed(1)} points since ${dayText(from)}`;
  return main ? `${moved}; most came of: ${bookPartWords(main)} (${signedPoints(main.shown)}).` : `${moved}.`;
}
