import { shownInteger } from "@/lib/core/health/rounding";
import type { ShownHealth } from "@/lib/core/scorecard/grid-row";
import type { Sent, SubmitResult } from "./reduce-saving";

/** What confirming cards changed, in words: "Northwind Freight: health 88 → 49, diverges". Null where nothing is to be told. */
export function confirmedWords(
  results: readonly SubmitResult[],
  sent: Sent,
): { title: string; description?: string } | null {
  const nameOf = (id: number) => sent.rows.find(({ row }) => row.accountId === id)?.row.name ?? "";
  const challenges = results.filter((result) => result.submitted && result.recordedAs === "challenge");
  const lines = results.flatMap((result) => {
    if (!result.submitted || result.recordedAs === "challenge") return [];
    const change = changeWords(result.before, result.after);
    return change ? [`${nameOf(result.accountId)}: ${change}`] : [];
  });
  lines.push(...challenges.map(({ accountId }) => `${nameOf(accountId)}: challenge sent`));
  const refused = results.filter(({ submitted }) => !submitted).length;
  if (refused > 0) lines.push(`${refused} not confirmed`);
  const [first, ...rest] = lines;
  if (results.length === 1) return first ? { title: first } : null;
  const confirmed = results.length - refused - challenges.length;
  if (!first) return { title: `${confirmed} confirmed` };
  const more = rest.length > 2 ? [...rest.slice(0, 2), `${rest.length - 2} more`] : rest;
  return { title: `${confirmed} confirmed`, description: [first, ...more].join(" · ") };
}

function changeWords(before: ShownHealth | null, after: ShownHealth | null): string | null {
  if (!before || !after) return null;
  const shown = ({ health }: ShownHealth) => (health === null ? "—" : String(shownInteger(health)));
  const health = shown(before) === shown(after) ? [] : [`health ${shown(before)} → ${shown(after)}`];
  const sides =
    before.diverges === after.diverges
      ? health.length > 0 && after.diverges
        ? ["diverges"]
        : []
      : [after.diverges ? "diverges" : "no longer diverges"];
  const words = [...health, ...sides];
  return words.length > 0 ? words.join(", ") : null;
}
