import type { describeImport } from "@/lib/actions/imports";
import type { Profile } from "./imported-file";

export type Dialect = Profile["dialect"];

/** What a person says about how a file is written. */
export type DialectChoice = NonNullable<Parameters<typeof describeImport>[0]["dialect"]>;

export const DELIMITER_WORDS = [
  { value: ",", label: "commas", says: "," },
  { value: ";", label: "semicolons", says: ";" },
  { value: "\t", label: "tabs", says: "\t" },
  { value: "|", label: "bars", says: "|" },
] as const;

export const ENCODING_WORDS = [
  { value: "utf-8", label: "UTF-8", says: "utf-8" },
  { value: "windows-1252", label: "Windows-1252, Western Europe", says: "windows-1252" },
  { value: "utf-16le", label: "UTF-16 LE", says: "utf-16le" },
  { value: "utf-16be", label: "UTF-16 BE", says: "utf-16be" },
] as const;

/** How a file is written, in a few words: "UTF-8, divided by commas". */
export function dialectText({ format, sheet, encoding, delimiter, headerLine }: Dialect): string {
  const wordOf = (words: ReadonlyArray<{ value: string; label: string }>, value: string) =>
    words.find((one) => one.value === value)?.label ?? value;
  const written =
    format === "xlsx"
      ? `Excel, sheet “${sheet}”`
      : `${wordOf(ENCODING_WORDS, encoding).split(",")[0]}, separated by ${wordOf(DELIMITER_WORDS, delimiter)}`;
  return headerLine > 1 ? `${written} · columns named in line ${headerLine}` : written;
}

/** The first lines of a file, one of which names its columns. */
export function headerOptions({ format, headerLine }: Dialect, { lines }: Profile["choices"]) {
  const what = format === "xlsx" ? "row" : "line";
  const shown = lines.some(({ line }) => line === headerLine) ? lines : [...lines, { line: headerLine, cells: [] }];
  return shown.map(({ line, cells }) => {
    const text = cells.filter((cell) => cell !== "").join(" · ");
    const short = text.length > 70 ? `${text.slice(0, 70)}…` : text;
    return { value: String(line), label: short === "" ? `${what} ${line}` : `${what} ${line}: ${short}`, says: line };
  });
}
