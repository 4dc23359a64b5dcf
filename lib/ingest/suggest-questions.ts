import type { ColumnProfile } from "./column-profile";
import { readColumns } from "./draft-formats";
import type { Draft } from "./draft-mapping";
import { seemingPeriod } from "./draft-period";
import { type Mapping, sourcesOf } from "./mapping";
import { keyColumn } from "./match-columns";
import { questionsOfMoney } from "./money-questions";
import { readsAs } from "./reads-as";
import type { ColumnSpec, TableSpec } from "./table-spec";

/** What an answer puts into the mapping: each field is laid over the mapping's own, entry by entry. */
export type MappingPatch = Partial<
  Pick<
    Mapping,
    "formats" | "columnFormats" | "columns" | "constants" | "every" | "periodIs" | "accountBy" | "only" | "values"
  >
>;

/** What only a person can say. `values` asks for each of `words` one of the choices; every other kind for one choice. */
export interface Question {
  kind: "date_order" | "decimal" | "table" | "account_key" | "values" | "period" | "column" | "meaning";
  /** The column of ours that is meant, and theirs. */
  column?: string;
  from?: string;
  text: string;
  words?: string[];
  /** `sets` is laid over the mapping when the choice is made. */
  choices: Array<{ value: string; label: string; sets: MappingPatch | null }>;
  /** Laid over the mapping once the question is answered at all. */
  sets?: MappingPatch;
}

/** Everything about a file that neither its headers nor its cells decide. */
export function questionsOf(spec: TableSpec, profiles: readonly ColumnProfile[], draft: Draft): Question[] {
  return [
    ...questionsOfFormat(spec, profiles, draft.mapping),
    ...missingColumns(spec, profiles, draft.mapping),
    ...questionsOfMoney(spec, profiles, draft.mapping),
    ...questionsOfPeriod(spec, profiles, draft.mapping),
    ...draft.unknownWords.map((open) => questionOfWords(open)),
  ];
}

function questionsOfFormat(spec: TableSpec, profiles: readonly ColumnProfile[], mapping: Mapping): Question[] {
  const read = readColumns(spec, mapping, profiles);
  const questions: Question[] = [];
  const dates = read.filter(({ profile, kind }) => kind === "dates" && profile.dateOrder === "ambiguous");
  const decimals = read.filter(({ profile, kind }) => kind === "decimal" && profile.decimal === "ambiguous");
  const headers = (columns: typeof read) => columns.map(({ profile }) => profile.header);
  const sets = (columns: typeof read, format: Mapping["formats"]) => ({
    columnFormats: Object.fromEntries(headers(columns).map((header) => [header, format])),
  });
  if (dates[0]) {
    questions.push({
      kind: "date_order",
      from: dates[0].profile.header,
      text: `How are dates written in ${listed(headers(dates))}? ${dates[0].profile.evidence}.`,
      choices: [
        { value: "dmy", label: "Day first: 03/04/2026 is 3 April", sets: sets(dates, { dates: "dmy" }) },
        { value: "mdy", label: "Month first: 03/04/2026 is 4 March", sets: sets(dates, { dates: "mdy" }) },
      ],
    });
  }
  if (decimals[0]) {
    questions.push({
      kind: "decimal",
      from: decimals[0].profile.header,
      text: `How are numbers written in ${listed(headers(decimals))}? ${decimals[0].profile.evidence}.`,
      choices: [
        { value: ".", label: "1.234 is a little more than one", sets: sets(decimals, { decimal: "." }) },
        {
          value: ",",
          label: "1.234 is a thousand two hundred and thirty-four",
          sets: sets(decimals, { decimal: "," }),
        },
      ],
    });
  }
  return questions;
}

/** Columns that the table must have and that nothing fills: one of the file's, or one word for all rows. */
function missingColumns(spec: TableSpec, profiles: readonly ColumnProfile[], mapping: Mapping): Question[] {
  const key = keyColumn(spec);
  const made = ["id", "currency"];
  const name = spec.table === "accounts" ? spec.columns.filter((column) => column.name === "name") : [];
  const required = [key, ...name, ...spec.columns.filter((column) => column.required && !made.includes(column.name))];
  const read = new Set([...sourcesOf(mapping).values()].map(({ from }) => from));
  const isMelted = Object.keys(mapping.melt).length > 0;
  return required
    .filter((column) => !isMelted || !["key", "value"].includes(column.name))
    .filter((column) => !mapping.columns[column.name] && mapping.constants[column.name] === undefined)
    .map((column) => {
      const free = profiles.filter((profile) => !read.has(profile.header) && fits(column, profile));
      return {
        kind: column === key ? ("account_key" as const) : ("column" as const),
        column: column.name,
        text: `Which column says ${column === key ? "whose a row is" : column.name.replaceAll("_", " ")}?`,
        choices: [
          ...free.map(({ header }) => ({ value: header, label: header, sets: { columns: { [column.name]: header } } })),
          ...(column.values ?? []).map((word) => ({
            value: `=${word}`,
            label: `${word.replaceAll("_", " ")}, in every row`,
            sets: { constants: { [column.name]: word } },
          })),
        ],
      };
    });
}

function fits(column: ColumnSpec, profile: ColumnProfile): boolean {
  return profile.filled > 0 && readsAs(column, profile) >= (column.values ? 0.76 : 0.5);
}

function questionsOfPeriod(spec: TableSpec, profiles: readonly ColumnProfile[], mapping: Mapping): Question[] {
  const seeming = spec.table === "usage_days" ? seemingPeriod(mapping, profiles) : null;
  if (!seeming) return [];
  const { every } = seeming;
  const from = sourcesOf(mapping).get("day")?.from ?? "";
  return [
    {
      kind: "period",
      column: "day",
      from,
      text: `The days of "${from}" look like those of ${every}s. What does a row cover?`,
      choices: [
        { value: "day", label: "That day alone", sets: { every: "day" } },
        { value: "start", label: `The ${every} that begins that day`, sets: { every, periodIs: "start" } },
        { value: "end", label: `The ${every} that ends that day`, sets: { every, periodIs: "end" } },
      ],
    },
  ];
}

function questionOfWords({ column, from, words, choices }: Draft["unknownWords"][number]): Question {
  const isOwner = column.endsWith("_email");
  return {
    kind: "values",
    column,
    from,
    text: isOwner
      ? `"${from}" does not hold e-mails, by which people are known here. Who is each?`
      : words.every((word) => word === "")
        ? `Some rows have nothing in "${from}". What do rows without a ${column.replaceAll("_", " ")} count as?`
        : `What do these words of "${from}" mean?`,
    words,
    choices: [
      ...choices.map((value) => ({ value, label: value.replaceAll("_", " "), sets: null })),
      // A dash is a blank: who owns the account stays as it is.
      ...(isOwner ? [{ value: "-", label: "nobody known here", sets: null }] : []),
      ...(words.includes("") ? [{ value: "-", label: "left open: new rows without one are refused", sets: null }] : []),
    ],
    ...(isOwner ? { sets: { columns: { [column]: from } } } : {}),
  };
}

const listed = (headers: string[]) => headers.map((header) => `"${header}"`).join(", ");
