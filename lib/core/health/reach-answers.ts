import { type Answers, CHAMPION, cappedAnswers, EXECUTIVE, OUTCOME, qualitativeOf } from "@/lib/core/scorecard/answers";
import { SETTLE_DAYS } from "@/lib/core/scorecard/divergence";
import type { Stand } from "@/lib/core/what-if/frame-columns";
import { toneRank } from "./band";
import { CARD } from "./health-columns";
import type { Question, ReachAccount, ReachOption } from "./reach-step";

const ANSWERS = { champion: CHAMPION, executive: EXECUTIVE, outcome: OUTCOME } as const;

/** Every better answer to each question, and, of an expired card, the same answers given again. */
export function answerOptions({ card }: ReachAccount): ReachOption[] {
  if (!card) return [];
  const better = (Object.keys(ANSWERS) as Question[]).flatMap((question): ReachOption[] => {
    const answers: readonly string[] = ANSWERS[question];
    const from = card.answers[question];
    const place = answers.indexOf(from);
    return answers.slice(0, Math.max(0, place)).map((to, i) => {
      const share = (place - i) / (answers.length - 1);
      return { share, steps: [{ kind: "answer", question, from, to, share }] };
    });
  });
  const again: ReachOption = {
    share: 0,
    steps: [{ kind: "answer", question: null, from: "expired", to: "in force", share: 0 }],
  };
  return card.standing === "expired" ? [again, ...better] : better;
}

/** A scorecard as it stands beside a score, with the guardrails that hold. */
export function standOf({ compiled, card }: ReachAccount, holds: boolean[]): Stand {
  if (!card) return { people: 0, rank: 0, standing: CARD.NONE, holds };
  const answers: Answers = cappedAnswers(card.answers, card.championEnded ?? false);
  const people = qualitativeOf(compiled.overlay.weights, answers);
  const waits = card.liftWaitsDays ?? null;
  const inForce = waits === null ? CARD.IN_FORCE : waits > SETTLE_DAYS ? CARD.LIFT_OVERDUE : CARD.LIFT_WAITS;
  const standing = card.standing === "expired" ? CARD.EXPIRED : inForce;
  return { people: people.score, rank: toneRank(people.tone), standing, holds };
}
