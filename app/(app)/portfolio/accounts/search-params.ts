import {
  createLoader,
  createParser,
  createSerializer,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { parseAsDay, scopeParams } from "@/app/(app)/portfolio/search-params";
import { ELSEWHERE, OUT } from "@/components/portfolio/prepare-migration";
import type { Cursor } from "@/db/queries/keyset";
import { OWED } from "@/db/queries/triage-filter";
import { isDay } from "@/lib/core/calendar";
import type { Period } from "@/lib/core/portfolio/period";

export const TONE_WORDS = ["none", "red", "yellow", "green"] as const;
export const SORT_WORDS = ["arr", "health", "name", "decide_by", "measure"] as const;
const PLACES: Record<string, number> = { none: 0, red: 1, yellow: 2, green: 3, out: OUT, elsewhere: ELSEWHERE };

/** "..90d" as 90. */
const parseAsDays = createParser({
  parse: (text) => {
    const days = /^\.\.(\d{1,4})d$/.exec(text)?.[1];
    return days === undefined ? null : Number(days);
  },
  serialize: (days: number) => `..${days}d`,
});

/** "2026-08-31..2026-11-30". */
const parseAsPeriod = createParser<Period>({
  parse: (text) => {
    const [from = "", to = "", rest] = text.split("..");
    return isDay(from) && isDay(to) && from < to && rest === undefined ? { from, to } : null;
  },
  serialize: ({ from, to }) => `${from}..${to}`,
});

/** "green.yellow" as [3, 2]. */
const parseAsMove = createParser<readonly [number, number]>({
  parse: (text) => {
    const [from = "", to = "", rest] = text.split(".");
    const [start, end] = [PLACES[from], PLACES[to]];
    return start === undefined || end === undefined || rest !== undefined ? null : [start, end];
  },
  serialize: ([from, to]) => `${wordOf(from)}.${wordOf(to)}`,
});
const wordOf = (place: number) => Object.keys(PLACES).find((word) => PLACES[word] === place) ?? "none";

/** Where a page begins: "412000:17", or ":17" among the rows without a value. */
const parseAsCursor = createParser<Cursor>({
  parse: (text) => {
    const [, value = "", id = ""] = /^(.*):(\d{1,9})$/s.exec(text) ?? [];
    return id === "" ? null : { value: value === "" ? null : value, accountId: Number(id) };
  },
  serialize: ({ value, accountId }) => `${value ?? ""}:${accountId}`,
});

/** A person's number, or "none". */
const parseAsOwner = createParser<number | "none">({
  parse: (text) => (text === "none" ? text : /^\d{1,9}$/.test(text) ? Number(text) : null),
  serialize: String,
});

const tones = parseAsArrayOf(parseAsStringLiteral(TONE_WORDS));
const params = {
  ...scopeParams,
  q: parseAsString,
  band: tones,
  measured: tones,
  people: tones,
  diverges: parseAsStringLiteral(["1", "severe"]),
  risk: parseAsStringLiteral(["1"]),
  cause: parseAsString,
  lost: parseAsString,
  /** Key of a measure: by what it brings into their scores. */
  measure: parseAsString,
  renews: parseAsDays,
  decides: parseAsPeriod,
  csm: parseAsOwner,
  owes: parseAsStringLiteral(OWED),
  moved: parseAsArrayOf(parseAsMove),
  between: parseAsPeriod,
  model: parseAsStringLiteral(["same", "new"]),
  asof: parseAsDay,
  sort: parseAsStringLiteral(SORT_WORDS).withDefault("arr"),
  after: parseAsCursor,
};

/** The list's state is its address: /portfolio/accounts?owner=team&band=red&asof=2026-08-31. */
export const loadAccountsParams = createLoader(params);
export const accountsQuery = createSerializer(params);
export type AccountsParams = Awaited<ReturnType<typeof loadAccountsParams>>;
