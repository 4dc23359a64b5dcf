import type { ColumnProfile } from "./column-profile";
import type { ChosenDialect, Dialect, DialectChoices } from "./dialect";
import type { SavedMapping } from "./import-session";
import type { Suggestion } from "./suggest-mapping";

/** What an uploaded file was found to be when it was read: how it is written, its columns, its first rows as text, and the
 * table and mapping suggested for it with the questions that only a person can answer. */
export interface ImportProfile {
  dialect: Dialect;
  /** What else could be said of how it is written. */
  choices: DialectChoices;
  /** What a person has said of the file. */
  chosen: { dialect?: ChosenDialect | undefined; table?: string | undefined };
  /** Why no columns can be read the way the file is thought to be written; null where they can. */
  fault: string | null;
  columns: ColumnProfile[];
  sample: Array<Record<string, string>>;
  suggestion: Suggestion;
  /** The kept mapping of the same columns, which then is the file's. */
  saved: Pick<SavedMapping, "id" | "name"> | null;
  /** Records looked at; the columns are judged by these. */
  profiled: number;
}
