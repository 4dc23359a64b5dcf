import type { GridRow } from "@/lib/core/scorecard/grid-row";

/** Why nobody, or this person not, answers here; nothing where they may, or where a submitted month says so itself. */
export function ReadOnlyNotice({ refusal, rows }: { refusal: string | null; rows: readonly GridRow[] }) {
  const words = refusal ?? wordsFor(rows.filter(({ lockedOn }) => lockedOn === null));
  if (!words) return null;
  return <p className="mb-3 rounded-control border bg-muted px-3 py-2">{words}</p>;
}

function wordsFor(rows: readonly GridRow[]): string | null {
  if (rows.length === 0) return null;
  if (rows.every(({ answersAs }) => answersAs === null))
    return "You can read these cards, not answer them: that is for the account's AM or CSM, their manager and administrators.";
  if (rows.every(({ answersAs }) => answersAs === null || answersAs === "challenge"))
    return "These cards are answered by the account manager. Where you see it otherwise, answer and confirm: it is recorded as your challenge beside theirs.";
  return null;
}
