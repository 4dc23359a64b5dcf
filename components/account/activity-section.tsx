import type { Day } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";

interface Props {
  notes: readonly { id: number; text: string; by: string | null; on: Day }[];
  activity: readonly { id: number; entry: string; by: string; on: Day }[];
}

/** Notes by people, and the audit trail of the account: who changed what, newest first. */
export function ActivitySection({ notes, activity }: Props) {
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <section>
        <h3 className="mb-1 font-semibold">Notes</h3>
        <ul className="flex flex-col gap-2">
          {notes.map(({ id, text, by, on }) => (
            <li key={id}>
              <p className="max-w-prose whitespace-pre-wrap break-words">{text}</p>
              <p className="text-muted-foreground text-xs">
                {by ?? "a program"}, {dayText(on)}
              </p>
            </li>
          ))}
          {notes.length === 0 && <li className="text-muted-foreground">No notes yet.</li>}
        </ul>
      </section>
      <section>
        <h3 className="mb-1 font-semibold">Changes</h3>
        <ul className="flex flex-col gap-1">
          {activity.map(({ id, entry, by, on }) => (
            <li key={id}>
              <span className="text-muted-foreground">{dayText(on)}</span> {wordsOf(entry)}{" "}
              <span className="text-muted-foreground">by {by}</span>
            </li>
          ))}
          {activity.length === 0 && <li className="text-muted-foreground">Nothing has been changed here.</li>}
        </ul>
      </section>
    </div>
  );
}

/** "scorecard.submitted" → "Scorecard submitted". */
function wordsOf(entry: string): string {
  const words = entry.replace(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
