import type { describeImport, mapImport } from "@/lib/actions/imports";
import type { ImportStatus } from "@/lib/core/import-ledger";

/** Which column of theirs fills which of ours, and how it is read. */
export type Mapping = Parameters<typeof mapImport>[0]["mapping"];

type Described = Awaited<ReturnType<typeof describeImport>>;

/** What a file was found to be when it was read. */
export type Profile = Extract<Described, { ok: true }>["value"];

/** What the file's name, headers and cells suggest. */
export type Suggestion = Profile["suggestion"];

/** A column of a file, over all its records. */
export type FileColumn = Profile["columns"][number];

/** What only a person can say of a file. `values` asks for each of `words` one of the choices. */
export type Question = Suggestion["questions"][number];

/** What an answer lays over the mapping, entry by entry. */
export type Patch = Partial<Mapping>;

/** One file of an import as the wizard shows it. */
export interface ImportedFile {
  id: number;
  fileName: string;
  fileBytes: number;
  status: ImportStatus;
  table: string;
  mapping: Mapping | null;
  error: string | null;
}

/** A file that is being mapped. */
export interface MappedFile extends ImportedFile {
  profile: Profile;
}
