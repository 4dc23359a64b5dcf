import { parseArgs } from "node:util";
import { AppError } from "@/lib/errors";
import { ChosenDialect } from "@/lib/ingest/dialect";
import { TABLES } from "@/lib/ingest/tables";
import { LINK_HELP } from "./import-links";

const DELIMITERS: Readonly<Record<string, string>> = { comma: ",", semicolon: ";", tab: "\t", bar: "|", pipe: "|" };

export const USAGE = `npm run import -- FILE…             imports CSV, TSV and XLSX files, in any order, into accounts and their signals
npm run import -- --undo ID         takes an import back, up to 30 days after it; each import prints its ID
npm run import -- --help            this text

What a file holds (found out, and asked where it is not clear)
  --table TABLE                     the table that the files fill: ${[...TABLES.keys()].join(", ")}
  --map MAP.json                    how their columns fill ours, in full; needs --table
  --answers KEY=VALUE               answers a question that an import has printed; may be repeated
  --save-mapping NAME               keeps the mapping under a name for files with the same columns
  --link COLUMN=FILE,KEY,ACCOUNT    ${LINK_HELP}
                                    Example: --link "subscription_id=subscriptions.csv,id,customer"
  --through COLUMN=TABLE            COLUMN holds the ID of a row that is here already: contracts, invoices, tickets or contacts

How a file is written (found out; say it where that went wrong)
  --delimiter comma|semicolon|tab|bar
  --encoding utf-8|windows-1252|utf-16le|utf-16be
  --header-line N                   the line, or the row of a sheet, that names the columns
  --sheet NAME                      the sheet of a workbook

What is done
  --dry-run                         tells what would change and writes nothing
  --errors OUT.csv                  writes the rows that were refused, each with its reason, to be mended and imported again
  --into-demo                       imports although the demo company is loaded, and mixes the two
  --no-score                        leaves history and scores to the next run`;

/** The flags and files of \`npm run import\`. Throws an AppError for a flag that there is not. */
export function readFlags(args?: readonly string[]) {
  try {
    return parseArgs({
      ...(args ? { args: [...args] } : {}),
      options: {
        table: { type: "string" },
        map: { type: "string" },
        answers: { type: "string", multiple: true, default: [] },
        "save-mapping": { type: "string" },
        link: { type: "string", multiple: true, default: [] },
        through: { type: "string", multiple: true, default: [] },
        delimiter: { type: "string" },
        encoding: { type: "string" },
        "header-line": { type: "string" },
        sheet: { type: "string" },
        errors: { type: "string" },
        undo: { type: "string" },
        help: { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
        "into-demo": { type: "boolean", default: false },
        "no-score": { type: "boolean", default: false },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new AppError(
      "invalid",
      `${(error as Error).message.split(". ", 1)[0]}. See npm run import -- --help.`,
      {},
      { cause: error },
    );
  }
}

type Flags = ReturnType<typeof readFlags>["values"];

/** What the flags say of how files are written; undefined where none does. */
export function dialectOf(flags: Flags): ChosenDialect | undefined {
  const said: Array<[flag: string, key: keyof ChosenDialect, value: unknown]> = [
    ["--delimiter", "delimiter", flags.delimiter && (DELIMITERS[flags.delimiter] ?? flags.delimiter)],
    ["--encoding", "encoding", flags.encoding?.toLowerCase()],
    ["--header-line", "headerLine", flags["header-line"] && Number(flags["header-line"])],
    ["--sheet", "sheet", flags.sheet],
  ];
  const chosen: Record<string, unknown> = {};
  for (const [flag, key, value] of said) {
    if (value === undefined) continue;
    if (!ChosenDialect.shape[key].safeParse(value).success)
      throw new AppError(
        "invalid",
        `${flag} ${JSON.stringify(value)} is none of what it may be. See npm run import -- --help.`,
      );
    chosen[key] = value;
  }
  return Object.keys(chosen).length > 0 ? ChosenDialect.parse(chosen) : undefined;
}

/** The number of the import to take back. */
export function undoOf(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new AppError("invalid", `--undo needs the number that the import printed, not ${JSON.stringify(text)}.`);
  return Number(text);
}
