import { FEED_GUARD } from "@/lib/core/guards/feed-settings";
import type { Hold } from "@/lib/core/guards/hold";
import { MEASURES } from "@/lib/core/measures/catalogue";
import type { Feed } from "@/lib/core/measures/columns";
import { FEED_WORDS } from "@/lib/core/measures/words";
import { countText, dayText } from "@/lib/format";

export const VERDICTS = [
  { value: "data_fault", label: "Data fault" },
  { value: "holiday", label: "Holiday" },
  { value: "incident", label: "Incident" },
  { value: "real", label: "It is real" },
] as const;

/** What happened, beginning with the fact. */
export function holdTitle({ kind, subject, fault, since, openedOn, moved, accounts }: Hold): string {
  if (kind === "book_wide")
    return `${measureName(subject)} moved ${countText(moved ?? 0)} of ${countText(accounts ?? 0)} accounts by more than 5 points on ${dayText(openedOn)}`;
  const feed = FEED_WORDS[subject as Feed] ?? subject;
  const name = feed.charAt(0).toUpperCase() + feed.slice(1);
  if (fault === "stopped") return `${name} stopped on ${dayText(since)}`;
  return `${name} ${fault === "short" ? "fell short" : "jumped"} on ${dayText(since)}`;
}

/** The figures that told it, and the rule they broke. */
export function holdWhy({ kind, fault, found, usual, subject }: Hold): string {
  if (kind === "book_wide")
    return `More than 15% of the book, and at least 20 accounts, because of ${measureName(subject)}.`;
  const figures = `${countText(found ?? 0)} where ${countText(Math.round(usual ?? 0))} are usual on that weekday`;
  if (fault === "excess") return `${figures}: more than ${FEED_GUARD.excessAbove} times as much.`;
  if (fault === "short") return `${figures}: less than half, two days in a row.`;
  return usual === null
    ? "It is later than its measures allow."
    : `None came where ${countText(Math.round(usual))} rows are usual on that weekday.`;
}

/** What waits for it. */
export function holdWaits({ waiting }: Pick<Hold, "waiting">): string {
  if (waiting === 0) return "No account would stand in another band by it.";
  return waiting === 1
    ? "1 account's playbooks, clocks and notices wait."
    : `${countText(waiting)} accounts' playbooks, clocks and notices wait.`;
}

/** What was said of it, and until when it is kept out. */
export function holdVerdict(hold: Hold): string {
  const { verdict, settledBy, until, isOver, kind, releasedOn } = hold;
  if (verdict === null) return "Nobody has said yet what it was.";
  if (verdict === "by_itself")
    return kind === "feed"
      ? `Every day came after all: released by itself on ${dayText(releasedOn)}.`
      : `Nobody said what it was: released by itself on ${dayText(releasedOn)}, it counts.`;
  const said = `${VERDICTS.find(({ value }) => value === verdict)?.label}, says ${settledBy ?? "a program"}.`;
  if (verdict === "real") return `${said} It counts.`;
  if (isOver) return `${said} Those days count for nothing.`;
  return until ? `${said} Kept out until ${dayText(until)} at most.` : `${said} Kept out until it delivers again.`;
}

/** The people who may say what it was, by first name. */
export function decidersText(deciders: readonly string[]): string {
  const first = deciders.map((name) => name.split(" ")[0] ?? name);
  if (first.length === 0) return "An administrator decides.";
  if (first.length === 1) return `${first[0]} decides.`;
  return first.length === 2 ? `${first[0]} or ${first[1]} decides.` : `${first[0]} or another administrator decides.`;
}

function measureName(key: string): string {
  return MEASURES[key]?.name ?? key;
}
