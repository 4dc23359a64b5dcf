import type { TargetTable } from "@/lib/core/import-ledger";
import { isAnswered, reviewQuestions } from "./answer-question";
import { stillNeeded } from "./edit-mapping";
import type { MappedFile, Mapping } from "./imported-file";

/** A file's mapping as it stands: kept, or what is suggested. */
export function mappingOf(file: MappedFile): Mapping {
  return file.mapping ?? file.profile.suggestion.mapping;
}

/** What keeps a file from being mapped, in words; null where nothing does. */
export function mapOpen(file: MappedFile, target: TargetTable | null): string | null {
  if (!target) return "which table?";
  const needed = stillNeeded(mappingOf(file), target).length;
  if (needed === 0) return null;
  return needed === 1 ? "1 field missing" : `${needed} fields missing`;
}

/** How many questions about a file's values nobody has answered. */
export function questionsOpen(file: MappedFile): number {
  const { suggestion } = file.profile;
  const open = reviewQuestions(suggestion.questions).filter(
    (question) => !isAnswered(question, mappingOf(file), suggestion.mapping),
  );
  return open.length;
}
