import type { Mapping, Patch, Question } from "./imported-file";

/** By what a mapping remembers that a question has been answered. */
export function questionKey({ kind, column, from }: Question): string {
  return `${kind}:${column ?? from ?? ""}`;
}

const MAPPED_BEFORE = ["table", "column", "account_key"];

/** The questions of the review step that a mapping leaves to a person; what is mapped column by column is asked before. */
export function reviewQuestions(questions: readonly Question[]): Question[] {
  return questions.filter(({ kind }) => !MAPPED_BEFORE.includes(kind));
}

/** Whether somebody has answered: by choosing, or by mapping what the question is about. */
export function isAnswered(question: Question, mapping: Mapping, suggested: Mapping): boolean {
  const isSaid = mapping.answered?.includes(questionKey(question)) ?? false;
  // A column that was mapped since may not be covered by what was said.
  if (isSaid && question.choices.some(({ sets }) => !sets || holds(mapping, sets))) return true;
  if (question.kind === "values") return wordsOpen(question, mapping).length === 0;
  return question.choices.some(({ sets }) => sets && holds(mapping, sets) && !holds(suggested, sets));
}

/** The choice that the mapping stands at; null where nobody has chosen. */
export function choiceOf(question: Question, mapping: Mapping, suggested: Mapping): string | null {
  if (!isAnswered(question, mapping, suggested)) return null;
  const standing = question.choices.filter(({ sets }) => sets && holds(mapping, sets));
  // The choice that sets most says most: one that sets nothing holds always.
  const size = (sets: Patch | null) => JSON.stringify(sets ?? {}).length;
  return standing.sort((a, b) => size(b.sets) - size(a.sets))[0]?.value ?? null;
}

/** Words of a question that have no answer yet. */
export function wordsOpen({ column, words }: Question, mapping: Mapping): string[] {
  const said = mapping.values?.[column ?? ""] ?? {};
  return (words ?? []).filter((word) => !(word in said));
}

/** The mapping with a choice made: what another choice had set goes, what this one sets comes. */
export function withChoice(mapping: Mapping, suggested: Mapping, question: Question, value: string): Mapping {
  const chosen = question.choices.find((choice) => choice.value === value);
  let next = mapping;
  for (const { sets } of question.choices) {
    if (sets && sets !== chosen?.sets && holds(next, sets)) next = lifted(next, suggested, sets);
  }
  const answered = [...new Set([...(mapping.answered ?? []), questionKey(question)])];
  return { ...laid(next, chosen?.sets ?? {}), answered };
}

/** The mapping with a word of theirs put into ours; once all words of a question are, what it sets comes too. Null takes the
 * word's meaning back, and with it what the question has set. */
export function withWord(
  mapping: Mapping,
  column: string,
  word: string,
  ours: string | null,
  question?: Question,
): Mapping {
  const { [word]: _, ...others } = mapping.values?.[column] ?? {};
  const words = ours === null ? others : { ...mapping.values?.[column], [word]: ours };
  const next = { ...mapping, values: { ...mapping.values, [column]: words } };
  if (!question?.sets) return next;
  if (ours === null) return lifted(next, {} as Mapping, question.sets);
  return wordsOpen(question, next).length === 0 ? laid(next, question.sets) : next;
}

type Field = keyof Mapping;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function holds(whole: unknown, part: unknown): boolean {
  if (isRecord(part)) return isRecord(whole) && Object.entries(part).every(([key, value]) => holds(whole[key], value));
  return JSON.stringify(whole) === JSON.stringify(part);
}

function laid(mapping: Mapping, patch: Patch): Mapping {
  const next: Record<string, unknown> = { ...mapping };
  for (const [field, value] of Object.entries(patch)) {
    next[field] = isRecord(value) ? { ...(mapping[field as Field] as object | undefined), ...value } : value;
  }
  return next as Mapping;
}

function lifted(mapping: Mapping, suggested: Mapping, patch: Patch): Mapping {
  const next: Record<string, unknown> = { ...mapping };
  for (const [field, value] of Object.entries(patch)) {
    const before = suggested[field as Field];
    if (!isRecord(value)) {
      next[field] = before;
      continue;
    }
    const kept = Object.entries((next[field] ?? {}) as object).filter(([key]) => !(key in value));
    const restored = Object.entries(isRecord(before) ? before : {}).filter(([key]) => key in value);
    next[field] = Object.fromEntries([...kept, ...restored]);
  }
  return next as Mapping;
}
