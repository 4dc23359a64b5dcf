import {
  createLoader,
  createParser,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { type AccountsQuery, changed } from "@/components/accounts/address";
import { COLUMN_IDS } from "@/components/accounts/column-names";
import { REASON_WORDS } from "@/components/accounts/filter-words";
import type { Cursor } from "@/db/queries/keyset";
import { isDay } from "@/lib/core/calendar";
import type { ReasonKind } from "@/lib/core/portfolio/reasons";

export const TONE_WORDS = ["none", "red", "yellow", "green"] as const;
const SORTS = ["name", "health", "change", "arr", "decide_by", "priority"] as const;
const MOST_IDS = 500;

const NUMBER = /^\d{1,12}(\.\d{1,2})?$/;

/** "50000..250000", open at either end. */
const parseAsRange = createParser<{ from: number | null; to: number | null }>({
  parse: (text) => {
    const [from = "", to = "", rest] = text.split("..");
    const isRange =
      text.includes("..") && rest === undefined && [from, to].every((end) => end === "" || NUMBER.test(end));
    if (!isRange || (from === "" && to === "") || (from !== "" && to !== "" && Number(from) > Number(to))) return null;
    return { from: from === "" ? null : Number(from), to: to === "" ? null : Number(to) };
  },
  serialize: ({ from, to }) => `${from ?? ""}..${to ?? ""}`,
});

/** "..90d": within so many days; or two days, open at either end. */
const parseAsRenews = createParser<{ days: number } | { from: string | null; to: string | null }>({
  parse: (text) => {
    const days = /^\.\.(\d{1,4})d$/.exec(text)?.[1];
    if (days !== undefined) return { days: Number(days) };
    const [from = "", to = "", rest] = text.split("..");
    const isRange = text.includes("..") && rest === undefined && [from, to].every((end) => end === "" || isDay(end));
    if (!isRange || (from === "" && to === "") || (from !== "" && to !== "" && from > to)) return null;
    return { from: from || null, to: to || null };
  },
  serialize: (value) => ("days" in value ? `..${value.days}d` : `${value.from ?? ""}..${value.to ?? ""}`),
});

const parseAsOwner = createParser({
  parse: (text) => (/^(me|team|none|\d{1,9})$/.test(text) ? text : null),
  serialize: (owner: string) => owner,
});

/** "-arr": from the largest down. */
const parseAsSort = createParser<{ by: (typeof SORTS)[number]; descending: boolean }>({
  parse: (text) => {
    const by = SORTS.find((sort) => sort === text.replace(/^-/, ""));
    return by ? { by, descending: text.startsWith("-") } : null;
  },
  serialize: ({ by, descending }) => `${descending ? "-" : ""}${by}`,
});

/** "412000:17", or ":17" among the rows without a value. */
const parseAsCursor = createParser<Cursor>({
  parse: (text) => {
    const [, value = "", id = ""] = /^(.*):(\d{1,9})$/s.exec(text) ?? [];
    return id === "" ? null : { value: value === "" ? null : value, accountId: Number(id) };
  },
  serialize: ({ value, accountId }) => `${value ?? ""}:${accountId}`,
});

const tones = parseAsArrayOf(parseAsStringLiteral(TONE_WORDS));
const params = {
  ...{ view: parseAsString, q: parseAsString, band: tones, measured: tones, people: tones },
  diverges: parseAsStringLiteral(["1", "severe"]),
  owner: parseAsOwner,
  ...{ segment: parseAsString, region: parseAsString, tag: parseAsString },
  ...{ arr: parseAsRange, score: parseAsRange, renews: parseAsRenews },
  reason: parseAsArrayOf(parseAsStringLiteral(Object.keys(REASON_WORDS) as ReasonKind[])),
  /** Exactly these accounts. */
  ids: parseAsArrayOf(parseAsInteger),
  sort: parseAsSort,
  cols: parseAsArrayOf(parseAsStringLiteral(COLUMN_IDS)),
  group: parseAsStringLiteral(["band", "csm", "segment", "month"]),
  peek: parseAsString,
};

/** The list's state is its address: /accounts?band=red&owner=me&sort=-arr. */
export const loadAccountsParams = createLoader(params);
export type AccountsParams = Awaited<ReturnType<typeof loadAccountsParams>>;
export const DEFAULT_SORT = { by: "arr", descending: true } as const;

/** Where a page of rows begins, how many it holds, and of which group: what the rows are fetched by. */
export const loadPageParams = createLoader({ after: parseAsCursor, limit: parseAsInteger, in: parseAsString });

/** The address that was understood, part by part in its order, and the parts that were not. */
export function understood(
  raw: Readonly<Record<string, string | string[] | undefined>>,
  read: AccountsParams,
): { query: AccountsQuery; dropped: string[] } {
  const kept: Record<string, string | null> = {};
  const dropped: string[] = [];
  for (const [part, parser] of Object.entries(params)) {
    const text = [raw[part]].flat()[0];
    const value = read[part as keyof AccountsParams];
    if (!text) continue;
    if (value === null || (Array.isArray(value) && (value.length < text.split(",").length || value.length > MOST_IDS)))
      dropped.push(`${part}=${text.slice(0, 60)}`);
    if (value !== null && (!Array.isArray(value) || value.length > 0))
      kept[part] = (parser.serialize as (value: unknown) => string)(value);
  }
  return { query: changed({}, kept), dropped };
}
