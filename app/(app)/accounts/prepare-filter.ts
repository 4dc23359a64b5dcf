import type { Book, TriageFilter } from "@/db/queries/triage-filter";
import { minorDigits } from "@/lib/format";
import { type AccountsParams, TONE_WORDS } from "./search-params";

/** The filter that the list's address asks for; amounts are in whole units of the workspace currency. */
export function filterOf(params: AccountsParams, currency: string): TriageFilter {
  const { owner, q, band, measured, people, diverges, segment, region, tag, arr, score, renews, reason, ids } = params;
  const codes = (words: AccountsParams["band"]) => words?.map((word) => TONE_WORDS.indexOf(word));
  const cents = (amount: number | null) => (amount === null ? null : Math.round(amount * 10 ** minorDigits(currency)));
  return {
    book: bookOf(owner),
    q: q ?? undefined,
    tones: codes(band),
    measured: codes(measured),
    people: codes(people),
    diverges: diverges ? (diverges === "severe" ? "severe" : "any") : undefined,
    segment: segment ?? undefined,
    region: region ?? undefined,
    tag: tag ?? undefined,
    arrCents: arr ? { from: cents(arr.from), to: cents(arr.to) } : undefined,
    score: score ?? undefined,
    renewsWithin: renews && "days" in renews ? renews.days : undefined,
    decides: renews && "from" in renews ? renews : undefined,
    reasons: reason?.length ? reason : undefined,
    accountIds: ids?.length ? ids : undefined,
  };
}

/** Whose accounts: all where the address does not say, so that a pasted link shows everybody the same. */
function bookOf(owner: string | null): Book {
  if (owner === "me" || owner === "team" || owner === "none") return owner;
  return owner ? Number(owner) : "all";
}
