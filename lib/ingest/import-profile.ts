/** What an uploaded file was found to be when it was read: how it is written, its columns, its first rows as text, and the
 * table and mapping suggested for it with the questions that only a person can answer. */
export interface ImportProfile {
  dialect: unknown;
  columns: unknown[];
  sample: Array<Record<string, string>>;
  suggestion: unknown;
}
