import { AppError } from "@/lib/errors";
import { unguardText } from "./guard-text";

const MAX_COLUMNS = 200;
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/** A header line's names, trimmed. Throws an AppError that names the column for what cannot name columns. */
export function checkHeaders(cells: readonly string[], line: number): string[] {
  const names = cells.map((name) => unguardText(name.trim()));
  if (names.length > MAX_COLUMNS)
    throw new AppError("invalid", `The file has ${names.length} columns; ${MAX_COLUMNS} is the most.`);
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (!name) throw new AppError("invalid", `Column ${index + 1} has no name in line ${line}.`);
    if (RESERVED.has(name)) throw new AppError("invalid", `A column may not be named ${name}.`);
    if (seen.has(name)) throw new AppError("invalid", `Two columns are named "${name}".`);
    seen.add(name);
  }
  return names;
}
