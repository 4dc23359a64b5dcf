import { foldKey } from "./account-key";
import type { ColumnProfile } from "./column-profile";
import { headerName } from "./header-name";
import { type Mapping, sourcesOf } from "./mapping";
import { isMissing, readYesNo } from "./parse-cell";
import { wordsOf } from "./reads-as";
import { suggestValues } from "./suggest-values";
import type { ColumnSpec, TableSpec } from "./table-spec";

/** Words of a column that only a person can put into ours. */
export interface UnknownWords {
  column: string;
  from: string;
  words: string[];
  choices: readonly string[];
}

type People = ReadonlyArray<{ name: string; email: string }>;

/** Fills the mapping's value tables where words are known; gives back those that are not. */
export function draftValues(
  spec: TableSpec,
  mapping: Mapping,
  profiles: readonly ColumnProfile[],
  people: People,
): UnknownWords[] {
  const unknown: UnknownWords[] = [];
  for (const [name, source] of sourcesOf(mapping)) {
    const column = spec.columns.find((one) => one.name === name);
    const profile = profiles.find(({ header }) => header === source.from);
    if (!column || !profile) continue;
    const words = wordsOf(profile).filter((word) => !isMissing(word, false));
    if (name === "csm_email" || name === "am_email") {
      const open = draftOwners(mapping, name, source.from, words, people);
      if (open) unknown.push(open);
      continue;
    }
    if (headerName(source.from) === "cancel_at_period_end") {
      mapping.values[name] = Object.fromEntries(words.map((word) => [word, String(readYesNo(word) === false)]));
      continue;
    }
    const found = Object.entries(suggestValues(column, words)).filter(([word]) => !isPlain(column, word));
    const known = found.filter((entry): entry is [string, string] => entry[1] !== null);
    const changed = known.filter(([word, ours]) => word !== ours);
    if (changed.length > 0) mapping.values[name] = Object.fromEntries(changed);
    const open = found.filter(([, ours]) => ours === null).map(([word]) => word);
    if (asksForBlanks(column, profile)) open.push("");
    if (open.length === 0 || !(column.values || column.type === "boolean" || changed.length > 0)) continue;
    // Of a pipeline only the stages that end it are outcomes; the open ones are left out, and counted.
    if (spec.table === "outcomes" && name === "kind" && known.length > 0 && /stage/i.test(source.from)) {
      mapping.only[source.from] = known.map(([word]) => word);
    } else {
      const choices = column.values ?? (column.type === "boolean" ? ["true", "false"] : []);
      unknown.push({ column: name, from: source.from, words: open, choices });
    }
  }
  return unknown;
}

/** Whether rows without a word would be refused: then it is asked what they mean. */
function asksForBlanks({ required, values }: ColumnSpec, { filled, records }: ColumnProfile): boolean {
  return required === true && filled < records && !values?.some((value) => isMissing(value, false)) && !!values;
}

/** Whether a cell is read without a value table. */
function isPlain(column: ColumnSpec, word: string): boolean {
  if (column.type === "boolean") return readYesNo(word) !== null;
  return !column.values && /^[-+]?\d/.test(word);
}

/** Owners are known by e-mail: names become the e-mails of people who have them. Until all are known the column is not read,
 * because a row with an unknown owner would be refused. */
function draftOwners(
  mapping: Mapping,
  name: string,
  from: string,
  words: string[],
  people: People,
): UnknownWords | null {
  const named = words.filter((word) => !word.includes("@"));
  if (named.length === 0) return null;
  const emails = new Map(people.map((person) => [foldKey(person.name), person.email]));
  const known = named.flatMap((word) => {
    const email = emails.get(foldKey(word));
    return email === undefined ? [] : [[word, email] as const];
  });
  if (known.length > 0) mapping.values[name] = Object.fromEntries(known);
  if (known.length === named.length) return null;
  delete mapping.columns[name];
  return {
    column: name,
    from,
    words: named.filter((word) => !emails.has(foldKey(word))),
    choices: people.map(({ email }) => email),
  };
}
