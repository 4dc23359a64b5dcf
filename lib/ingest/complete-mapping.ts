import type { ColumnProfile } from "./column-profile";
import { readColumns } from "./draft-formats";
import { draftValues } from "./draft-values";
import { columnsRead, type Formats, type Mapping, sourcesOf } from "./mapping";
import type { Suggestion } from "./suggest-mapping";
import { type Question, questionsOf } from "./suggest-questions";
import type { TableSpec } from "./table-spec";
import { formatOf } from "./value-reader";

interface ToComplete {
  spec: TableSpec;
  profiles: readonly ColumnProfile[];
  suggestion: Suggestion;
  people: ReadonlyArray<{ name: string; email: string }>;
}

/** A mapping that a person has changed, with what the cells of the columns that they chose prove: words that are known, the
 * order of dates, the decimal mark. What the cells leave open is asked, beside what was asked before. */
export function completeMapping(
  given: Mapping,
  { spec, profiles, suggestion, people }: ToComplete,
): { mapping: Mapping; questions: Question[] } {
  const mapping = structuredClone(given);
  const suggested = sourcesOf(suggestion.mapping);
  const fresh = [...sourcesOf(mapping)].filter(([name, { from }]) => suggested.get(name)?.from !== from);
  const drafted = { ...structuredClone(mapping), columns: Object.fromEntries(fresh), values: {} as Mapping["values"] };
  const unknown = draftValues(spec, drafted, profiles, people).filter(({ column, words }) =>
    words.some((word) => mapping.values[column]?.[word] === undefined),
  );
  for (const [name] of fresh) {
    if (drafted.values[name]) mapping.values[name] = { ...drafted.values[name], ...mapping.values[name] };
    // An owner whom nobody has named yet would refuse the row.
    if (!(name in drafted.columns) && unknown.some(({ column }) => column === name)) delete mapping.columns[name];
  }
  mapping.only = { ...drafted.only, ...mapping.only };
  completeFormats(spec, mapping, profiles);
  const asked = questionsOf(spec, profiles, { mapping, taken: new Map(), unknownWords: unknown });
  const kept = suggestion.questions.filter((question) => isStillAsked(question, mapping));
  const isNew = (question: Question) => !kept.some((one) => sameMatter(one, question));
  return { mapping, questions: [...kept, ...asked.filter(isNew)] };
}

/** Where the cells prove another format than the mapping reads them in, theirs holds. */
function completeFormats(spec: TableSpec, mapping: Mapping, profiles: readonly ColumnProfile[]) {
  for (const { profile, kind } of readColumns(spec, mapping, profiles)) {
    const { header, dateOrder, decimal } = profile;
    const own = mapping.columnFormats[header];
    const proven: Formats = {
      ...(kind === "dates" && dateOrder && dateOrder !== "ambiguous" ? { dates: dateOrder } : {}),
      ...(kind === "decimal" && decimal && decimal !== "ambiguous" ? { decimal } : {}),
    };
    const now = { dates: "iso", decimal: ".", ...formatOf(mapping, header) };
    const differs = (proven.dates ?? now.dates) !== now.dates || (proven.decimal ?? now.decimal) !== now.decimal;
    if (differs) mapping.columnFormats[header] = { ...proven, ...own };
  }
}

const ASKED_ANEW: ReadonlySet<string> = new Set(["date_order", "decimal", "column", "account_key", "table"]);

/** Whether a question of before is about a column that is still read so; what the mapping alone decides is asked anew. */
function isStillAsked({ kind, column, from, sets }: Question, mapping: Mapping): boolean {
  if (ASKED_ANEW.has(kind)) return false;
  const source = sourcesOf(mapping).get(column ?? "");
  if (source && from !== undefined) return source.from === from;
  return kind === "values" ? sets !== undefined && !columnsRead(mapping).includes(from ?? "") : true;
}

const sameMatter = (one: Question, other: Question) => one.kind === other.kind && one.column === other.column;
