import type { ContributionRow } from "@/components/charts/contribution-bars";
import type { Overlay } from "@/lib/core/health/model";
import { CHAMPION, EXECUTIVE, OUTCOME } from "@/lib/core/scorecard/answers";

const QUESTIONS = [
  { key: "champion", name: "Champion", answers: CHAMPION },
  { key: "executive", name: "Executive", answers: EXECUTIVE },
  { key: "outcome", name: "Outcome narrative", answers: OUTCOME },
] as const;
const POINTS = [100, 50, 0];

/** Where the people's number comes from: each answer's points of what its weight could give; n/a counts nowhere. */
export function peopleBars(
  weights: Overlay["weights"],
  card: Readonly<Record<"champion" | "executive" | "outcome", string | null>>,
): ContributionRow[] {
  const counts = QUESTIONS.filter(({ key }) => card[key] !== null && card[key] !== "n/a");
  const total = counts.reduce((sum, { key }) => sum + weights[key], 0);
  return QUESTIONS.map(({ key, name, answers }) => {
    const answer = card[key];
    const possible = counts.some((other) => other.key === key) ? (weights[key] / total) * 100 : 0;
    const points = POINTS[(answers as readonly string[]).indexOf(answer ?? "")] ?? 0;
    return {
      ...{ key, name, possible, earned: (possible * points) / 100 },
      value: answer === "n/a" ? "does not apply" : (answer ?? "not answered").replaceAll("_", " "),
      ...(possible === 0 ? { absent: "not counted" } : {}),
    };
  });
}
