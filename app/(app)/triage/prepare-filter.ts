import { SPLITS } from "@/db/queries/list-triage";
import type { Book, TriageFilter } from "@/db/queries/triage-filter";
import { TONE_WORDS, type TriageParams } from "./search-params";

/** What the queue's address asks for: `base` is counted by split, `filter` is one split of it where one is chosen. */
export function filterOf(params: TriageParams, roles: readonly string[]): { base: TriageFilter; filter: TriageFilter } {
  const base: TriageFilter = {
    book: bookOf(params.owner, roles),
    withReason: true,
    q: params.q ?? undefined,
    segment: params.segment ?? undefined,
    tones: params.band?.map((word) => TONE_WORDS.indexOf(word)),
  };
  return { base, filter: params.split ? { ...base, reasons: SPLITS[params.split] } : base };
}

/** One's own book for those who have one, the team's for managers, else everybody's. */
function bookOf(owner: string | null, roles: readonly string[]): Book {
  if (owner === "me" || owner === "team" || owner === "all" || owner === "none") return owner;
  if (owner && /^\d{1,9}$/.test(owner)) return Number(owner);
  if (roles.includes("csm") || roles.includes("am")) return "me";
  return roles.includes("manager") ? "team" : "all";
}
