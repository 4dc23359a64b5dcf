import type { Definition, Model } from "@/lib/core/health/model";
import { questionWords } from "@/lib/core/scorecard/question-words";
import { QUESTIONS } from "@/lib/core/scorecard/reasons";
import { definitionAt, definitionKeys, definitionTitle } from "./definition-keys";
import { guardrailText, overlayText } from "./guardrail-words";
import { measureChanges } from "./measure-changes";
import { numberText } from "./scoring-words";

/** What differs in one part of a model: a definition, or the answers' texts. */
export type PartDiff = { title: string; lines: string[] };

/** What differs from one model to another, in words, part by part; parts that are alike are left out. */
export function modelDiff(before: Model, after: Model): PartDiff[] {
  const keys = [...new Set([...definitionKeys(before), ...definitionKeys(after)])];
  const parts = [
    { title: "Name", lines: before.name === after.name ? [] : [`“${before.name}” is now “${after.name}”`] },
    ...keys.map((key) => ({
      title: definitionTitle(key),
      lines: definitionDiff(key, definitionAt(before, key), definitionAt(after, key)),
    })),
    { title: "Scorecard answers", lines: answerLines(before, after) },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

function definitionDiff(key: string, before: Definition | null, after: Definition | null): string[] {
  if (!before && after) return [`has a definition of its own: ${after.measures.length} measures`];
  if (before && !after)
    return [key === "onboarding" ? "is scored like everybody else" : "is scored by the definition for all accounts"];
  if (!before || !after) return [];
  return [
    ...measureChanges(before, after),
    ...bandLines(before, after),
    ...guardrailLines(before, after),
    ...(before.coverageFloor === after.coverageFloor
      ? []
      : [`coverage floor ${percent(before.coverageFloor)} → ${percent(after.coverageFloor)}`]),
    ...(overlayText(before.overlay) === overlayText(after.overlay)
      ? []
      : [`overlay: ${overlayText(after.overlay)} (was: ${overlayText(before.overlay)})`]),
  ];
}

function bandLines({ bands: before }: Definition, { bands: after }: Definition): string[] {
  const words = (band: Definition["bands"][number]) =>
    `${band.name ?? band.key} ${band.tone} from ${numberText(band.from)}`;
  const isSame = before.length === after.length && before.every((band, i) => words(band) === words(after[i] ?? band));
  const duties = before.flatMap((band) => {
    const now = after.find(({ key }) => key === band.key);
    if (!now || (now.playbook === band.playbook && now.ownerRole === band.ownerRole)) return [];
    return [
      `${now.name ?? now.key}: playbook ${now.playbook ?? "none"}, owner ${now.ownerRole ?? "as the playbook says"}`,
    ];
  });
  return [
    ...(isSame ? [] : [`bands: ${after.map(words).join(", ")} (was: ${before.map(words).join(", ")})`]),
    ...duties,
  ];
}

function guardrailLines(before: Definition, after: Definition): string[] {
  const [old, now] = [before, after].map((definition) =>
    definition.guardrails.map((guardrail) => guardrailText(guardrail, definition)),
  ) as [string[], string[]];
  return [
    ...now.filter((words) => !old.includes(words)).map((words) => `guardrail added: ${words}`),
    ...old.filter((words) => !now.includes(words)).map((words) => `guardrail removed: ${words}`),
  ];
}

function answerLines(before: Model, after: Model): string[] {
  const [old, now] = [questionWords(before.answers), questionWords(after.answers)];
  return QUESTIONS.flatMap((question) =>
    now[question].options.flatMap(({ word, means }, i) =>
      means === old[question].options[i]?.means ? [] : [`${now[question].name}, ${word}: “${means}”`],
    ),
  );
}

function percent(share: number): string {
  return `${numberText(share * 100)}%`;
}
