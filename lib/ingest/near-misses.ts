import { hostOf } from "./account-key";
import { editDistance } from "./edit-distance";

export interface KnownAccount {
  externalId: string;
  name: string;
  domain: string | null;
}

/** An account that a key may mean; a person says whether it does. */
export interface NearMiss {
  externalId: string;
  name: string;
  /** 0 to 1. */
  likeness: number;
  why: string;
}

const BEST = 3;
const LEAST = 0.72;
/** Pieces that more names share say too little to be looked up by. */
const COMMON = 1500;
const RAREST = 8;
const SHORTLIST = 12;
const LEGAL = new Set(
  "ltd limited inc incorporated llc llp corp corporation co company gmbh ag kg se sa sas sarl bv nv plc pty oy ab as aps spa srl kk group holding holdings the and".split(
    " ",
  ),
);

/** The accounts that each unknown key most likely means, at most three: by its domain, its id written otherwise, or its name
 * with a slip, other legal form or order. Keys without any are left out. */
export function nearMisses(
  keys: readonly string[],
  known: readonly KnownAccount[],
): Array<{ key: string; candidates: NearMiss[] }> {
  const names = known.map(({ name }) => bareName(name));
  const index = indexOf(names);
  const byId = groupBy(known, ({ externalId }) => bareId(externalId));
  const byHost = groupBy(known, ({ domain }) => (domain ? hostOf(domain) : ""));
  const byLabel = groupBy(known, ({ domain }) => (domain ? labelOf(hostOf(domain)) : ""));
  return [...new Set(keys)].flatMap((key) => {
    const found = new Map<string, NearMiss>();
    const add = (account: KnownAccount | undefined, likeness: number, why: string) => {
      if (!account || (found.get(account.externalId)?.likeness ?? 0) >= likeness) return;
      found.set(account.externalId, { externalId: account.externalId, name: account.name, likeness, why });
    };
    for (const account of byId.get(bareId(key)) ?? []) add(account, 0.98, "the same id, written otherwise");
    const host = hostOf(key);
    if (host.includes(".")) {
      for (const account of byHost.get(host) ?? []) add(account, 0.97, `its domain is ${host}`);
      for (const account of byLabel.get(labelOf(host)) ?? []) add(account, 0.85, `its domain is ${account.domain}`);
    }
    const bare = bareName(host.includes(".") ? labelOf(host) : key);
    for (const place of shortlist(bare, index)) {
      const { likeness, why } = likenessOf(bare, names[place] ?? "");
      if (likeness >= LEAST) add(known[place], likeness, why);
    }
    const candidates = [...found.values()].sort((a, b) => b.likeness - a.likeness).slice(0, BEST);
    return candidates.length > 0 ? [{ key, candidates }] : [];
  });
}

function likenessOf(a: string, b: string): { likeness: number; why: string } {
  if (a === b) return { likeness: 0.96, why: "the same name but for signs or its legal form" };
  // Numbers are not misspelt: Store 12 is not Store 13.
  if (digitsOf(a) !== digitsOf(b)) return { likeness: 0, why: "" };
  const [first, second] = [a.split(" "), b.split(" ")];
  if ([...first].sort().join(" ") === [...second].sort().join(" "))
    return { likeness: 0.94, why: "the same words in another order" };
  const longest = Math.max(a.length, b.length);
  const distance = editDistance(a, b, Math.ceil(longest / 4));
  const spelt = 1 - distance / longest;
  const shared = first.filter((word) => second.includes(word)).length;
  const words = shared / Math.max(first.length, second.length);
  const isPart =
    shared === Math.min(first.length, second.length) && shared > 0 && (first[0] === second[0] || shared > 1);
  const part = isPart ? 0.74 + 0.15 * words : 0;
  if (part > spelt) return { likeness: part, why: "one name holds the other" };
  return { likeness: spelt * 0.95, why: `${distance} ${distance === 1 ? "letter differs" : "letters differ"}` };
}

interface Index {
  postings: Map<string, number[]>;
}

function indexOf(names: readonly string[]): Index {
  const postings = new Map<string, number[]>();
  for (const [place, name] of names.entries()) {
    for (const piece of piecesOf(name)) {
      const places = postings.get(piece);
      if (places) places.push(place);
      else postings.set(piece, [place]);
    }
  }
  return { postings };
}

/** The places of names that share the most of a key's rarest pieces. */
function shortlist(bare: string, { postings }: Index): number[] {
  const lists = [...piecesOf(bare)].flatMap((piece) => {
    const places = postings.get(piece);
    return places && places.length <= COMMON ? [places] : [];
  });
  lists.sort((a, b) => a.length - b.length);
  const counts = new Map<number, number>();
  for (const places of lists.slice(0, RAREST)) {
    for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHORTLIST)
    .map(([place]) => place);
}

/** A name's threes of letters, with its ends marked, and its whole words. */
function piecesOf(bare: string): Set<string> {
  const pieces = new Set<string>();
  if (bare === "") return pieces;
  const padded = ` ${bare} `;
  for (let index = 0; index + 3 <= padded.length; index += 1) pieces.add(padded.slice(index, index + 3));
  for (const word of bare.split(" ")) if (word.length > 3) pieces.add(`=${word}`);
  return pieces;
}

function bareName(text: string): string {
  const words = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ");
  const kept = words.filter((word) => !LEGAL.has(word));
  return (kept.length > 0 ? kept : words).join(" ");
}

/** An id without signs, blanks and leading zeros of its numbers. */
function bareId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace(/(?<!\d)0+(?=\d)/g, "");
}

const labelOf = (host: string) => host.split(".").at(-2) ?? host;
const digitsOf = (text: string) => text.replace(/\D+/g, " ").trim();

function groupBy(
  known: readonly KnownAccount[],
  keyOf: (account: KnownAccount) => string,
): Map<string, KnownAccount[]> {
  const groups = new Map<string, KnownAccount[]>();
  for (const account of known) {
    const key = keyOf(account);
    if (key === "") continue;
    const group = groups.get(key);
    if (group) group.push(account);
    else groups.set(key, [account]);
  }
  return groups;
}
