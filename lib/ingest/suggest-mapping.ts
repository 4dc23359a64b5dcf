import type { ColumnProfile } from "./column-profile";
import { type Draft, draftMapping } from "./draft-mapping";
import { guessTables, type TableGuess } from "./guess-table";
import { headerName } from "./header-name";
import { Mapping } from "./mapping";
import { isNumeric } from "./reads-as";
import { type Question, questionsOf } from "./suggest-questions";

export interface SuggestedColumn {
  from: string;
  /** Our column; null: not imported unless somebody says so. */
  to: string | null;
  confidence: number;
  why: string;
  /** What an unknown column can become: `attributes.x` of accounts, or the custom metric `metric:x`. */
  offer: string | null;
}

export interface Suggestion {
  /** Null where the file may fill several tables: then the question comes first. */
  table: string | null;
  confidence: number;
  why: string;
  mapping: Mapping;
  columns: SuggestedColumn[];
  questions: Question[];
}

export interface ToSuggest {
  profiles: readonly ColumnProfile[];
  fileName: string;
  /** Our table, once a person has said it. */
  table?: string;
  /** People known here, so that owners' names become their e-mails. */
  people?: ReadonlyArray<{ name: string; email: string }>;
}

const SURE = 0.5;
const AHEAD = 0.08;

/** Which table a file fills and how its columns map, by its name, its headers and what its cells hold. What these leave open
 * is a question; nothing open is guessed. */
export function suggestMapping({ profiles, fileName, table, people = [] }: ToSuggest): Suggestion {
  const guesses = guessTables(fileName, profiles);
  const guess = table ? guesses.find(({ spec }) => spec.table === table) : clearGuess(guesses);
  if (!guess) return undecided(profiles, guesses, table);
  const draft = draftMapping(guess, profiles, people);
  return {
    table: guess.spec.table,
    confidence: table ? 1 : Math.min(1, guess.fit),
    why: table ? "as chosen" : guess.why,
    mapping: draft.mapping,
    columns: profiles.map((profile) => columnOf(profile, guess, draft)),
    questions: questionsOf(guess.spec, profiles, draft),
  };
}

function clearGuess(guesses: readonly TableGuess[]): TableGuess | undefined {
  const [best, second] = guesses;
  return best && best.fit >= SURE && best.fit - (second?.fit ?? 0) >= AHEAD ? best : undefined;
}

function undecided(profiles: readonly ColumnProfile[], guesses: readonly TableGuess[], table?: string): Suggestion {
  const choices = guesses
    .slice(0, 4)
    .map(({ spec, why }) => ({ value: spec.table, label: `${spec.table}: ${why}`, sets: null }));
  return {
    table: table ?? null,
    confidence: guesses[0]?.fit ?? 0,
    why: table ? "as chosen; no column has a name that it knows" : "several tables fit about as well",
    mapping: Mapping.parse({ columns: {} }),
    columns: profiles.map(({ header }) => ({
      from: header,
      to: null,
      confidence: 0,
      why: "the table is not known yet",
      offer: null,
    })),
    questions: table ? [] : [{ kind: "table", text: "What does a row of this file say something about?", choices }],
  };
}

function columnOf(profile: ColumnProfile, { spec, matches }: TableGuess, draft: Draft): SuggestedColumn {
  const from = profile.header;
  const taken = draft.taken.get(from);
  if (taken) return { from, ...taken, offer: null };
  const match = matches.find((one) => one.from === from && draft.mapping.columns[one.to] !== undefined);
  if (match) return { from, to: match.to, confidence: match.confidence, why: match.why, offer: null };
  const offer = spec.extras
    ? `${spec.extras.prefix}${headerName(from)}`
    : isNumeric(profile) && spec.feed !== null
      ? `metric:${headerName(from)}`
      : null;
  const why = profile.filled === 0 ? "is empty" : `${spec.table} has no column of this name`;
  return { from, to: null, confidence: 0, why, offer };
}
