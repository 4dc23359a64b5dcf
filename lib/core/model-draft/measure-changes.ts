import type { Definition, LevelRule, Measure } from "@/lib/core/health/model";
import { conditionText } from "./guardrail-words";
import { catalogued, measureName } from "./measure-name";
import { MISSING_WORDS, numberText, SCORING_WORDS, scoringWords, unitOf } from "./scoring-words";

/** What differs in the measures of two definitions, in words: added, removed, and how each one changed. */
export function measureChanges(before: Definition, after: Definition): string[] {
  const old = new Map(before.measures.map((measure) => [measure.key, measure]));
  const now = new Map(after.measures.map((measure) => [measure.key, measure]));
  return [
    ...after.measures.flatMap((measure) => {
      const was = old.get(measure.key);
      if (!was) return [`${measureName(measure)} added, weight ${numberText(measure.weight)}`];
      return changesOf(was, measure, [before, after]).map((words) => `${measureName(measure)}: ${words}`);
    }),
    ...before.measures
      .filter(({ key }) => !now.has(key))
      .map((measure) => `${measureName(measure)} removed (weight ${numberText(measure.weight)})`),
  ];
}

function changesOf(was: Measure, is: Measure, definitions: readonly [Definition, Definition]): string[] {
  const own = catalogued(is.key);
  const changed = (words: string, before: string, after: string) =>
    before === after ? [] : [`${words}${before} → ${after}`];
  const days = (value: number | undefined, usual: number | null | undefined) => `${value ?? usual ?? 0} days`;
  const scoring = (measure: Measure) =>
    `${SCORING_WORDS[measure.scoring.type].toLowerCase()} ${scoringWords(measure.scoring, unitOf(measure.key))}`;
  return [
    ...changed("called ", measureName(was), measureName(is)),
    ...changed("weight ", numberText(was.weight), numberText(is.weight)),
    ...(scoring(was) === scoring(is) ? [] : [`${scoring(is)} (was: ${scoring(was)})`]),
    ...changed("where it is missing ", MISSING_WORDS[was.missing], MISSING_WORDS[is.missing]),
    ...changed("window ", days(was.window, own?.window), days(is.window, own?.window)),
    ...changed("too old after ", days(was.freshness, own?.freshness), days(is.freshness, own?.freshness)),
    ...(Boolean(was.calendar) === Boolean(is.calendar)
      ? []
      : [is.calendar ? "moves by calendar: counts in no trend" : "counts in trends"]),
    ...(rulesText(was.conditions, definitions[0]) === rulesText(is.conditions, definitions[1])
      ? []
      : [`its levels are ${rulesText(is.conditions, definitions[1]) || "as the catalogue says"}`]),
  ];
}

/** How a level is made out of other measures, in words: "high if licence use at least 70; low otherwise".
 * @example rulesText([{ level: "low", when: [{ measure: "nps", below: 0 }] }], { measures: [] }) // → "low if NPS below 0" */
export function rulesText(rules: readonly LevelRule[] | undefined, definition: Pick<Definition, "measures">): string {
  return (rules ?? [])
    .map(({ level, when }) => {
      const conditions = when.map((condition) => conditionText(condition, definition)).join(" and ");
      return `${level.replaceAll("_", " ")} ${conditions ? `if ${conditions}` : "otherwise"}`;
    })
    .join("; ");
}
