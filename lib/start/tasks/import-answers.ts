import { Mapping } from "@/lib/ingest/mapping";
import { knows } from "@/lib/ingest/stage";
import type { Suggestion } from "@/lib/ingest/suggest-mapping";
import { TABLES } from "@/lib/ingest/tables";

type Question = Suggestion["questions"][number];

interface Settled {
  mapping: Mapping | null;
  open: Question[];
}

/** The mapping of a file whose columns already have our names: nothing is read into it. Null where a column has not. */
function asTheyStand(table: string | null, headers: readonly string[]): Mapping | null {
  const spec = TABLES.get(table ?? "");
  if (!spec || !headers.every(knows(spec))) return null;
  return Mapping.parse({ columns: Object.fromEntries(headers.map((header) => [header, header])) });
}

/** The suggestion with a person's answers laid over it, and the questions that they leave open. An answer is KEY=VALUE: the
 * key names the question (its column, or its kind where it has none), the value one of its choices; of words, KEY.WORD=VALUE. */
export function answered(suggestion: Suggestion, answers: readonly string[], headers: readonly string[]): Settled {
  const given = new Map(
    answers.map((answer) => [answer.split("=", 1)[0] ?? "", answer.slice(answer.indexOf("=") + 1)]),
  );
  let mapping: Mapping = suggestion.mapping;
  const open: Question[] = [];
  for (const question of suggestion.questions) {
    const key = keyOf(question);
    if (question.words) {
      const chosen = question.words.map((word) => [word, given.get(`${key}.${word || BLANK}`)] as const);
      if (chosen.some(([, value]) => !question.choices.some((choice) => choice.value === value))) open.push(question);
      const column = question.column ?? "";
      const words = Object.fromEntries(chosen.filter(([, value]) => value !== undefined));
      mapping = laidOver(mapping, question.sets ?? {});
      mapping = laidOver(mapping, {
        values: { [column]: { ...mapping.values[column], ...(words as Record<string, string>) } },
      });
      continue;
    }
    const choice = question.choices.find(({ value }) => value === given.get(key));
    if (!choice) open.push(question);
    else mapping = laidOver(laidOver(mapping, question.sets ?? {}), choice.sets ?? {});
  }
  // A file of our own columns may leave some out: what it does not have, it does not touch.
  const own = open.every(({ kind }) => OF_COLUMNS.has(kind)) ? asTheyStand(suggestion.table, headers) : null;
  return own && open.length > 0 ? { mapping: own, open: [] } : { mapping, open };
}

/** How a cell without a word is named in an answer; no file has it as a word, because it means missing there too. */
const BLANK = "(blank)";

const OF_COLUMNS: ReadonlySet<string> = new Set(["column", "account_key", "meaning"]);

function keyOf({ kind, column, from }: Question): string {
  return column ?? from ?? kind;
}

function laidOver(mapping: Mapping, patch: NonNullable<Question["sets"]>): Mapping {
  const merged: Record<string, unknown> = { ...mapping };
  for (const [field, value] of Object.entries(patch)) {
    const before = merged[field];
    merged[field] = typeof value === "object" && typeof before === "object" ? { ...before, ...value } : value;
  }
  return Mapping.parse(merged);
}

/** What a file leaves open, each with the flag that answers it. */
export function questionLines(path: string, suggestion: Suggestion, open: readonly Question[]): string[] {
  if (!suggestion.table)
    return [`${path}: which table is it? Say --table with one of ${[...TABLES.keys()].join(", ")}.`];
  return open.map((question) => {
    const choices = question.choices.map(({ value }) => value).join(" | ");
    const keys = question.words?.map((word) => `${keyOf(question)}.${word || BLANK}`) ?? [keyOf(question)];
    const flags = keys.map((key) => `--answers ${JSON.stringify(`${key}=`)}`).join(" ");
    return `${path}: ${question.text}\n  ${flags} with ${choices}`;
  });
}
