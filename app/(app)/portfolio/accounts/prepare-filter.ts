import { bookOf } from "@/app/(app)/portfolio/search-params";
import { causeText } from "@/components/portfolio/cause-text";
import type { AccountsFilter } from "@/db/queries/list-portfolio-accounts";
import type { Owed } from "@/db/queries/triage-filter";
import { NEAR_DAYS } from "@/lib/core/portfolio/slice-sums";
import { dayText } from "@/lib/format";
import { type AccountsParams, TONE_WORDS } from "./search-params";

/** The filter that an address asks for. A past day and a period exclude each other; the period wins. */
export function filterOf(params: AccountsParams, roles: readonly string[]): AccountsFilter {
  const { moved, between, model, asof, diverges, renews, lost, decides, csm, owes, measure } = params;
  const codes = (words: AccountsParams["band"]) => words?.map((word) => TONE_WORDS.indexOf(word));
  return {
    book: bookOf(params.owner, roles),
    ...(params.segment === "none" ? { withoutSegment: true } : { segment: params.segment ?? undefined }),
    q: params.q ?? undefined,
    tones: codes(params.band),
    measured: codes(params.measured),
    people: codes(params.people),
    ...(between && lost
      ? { lost: { ...between, cause: lost === "any" ? null : lost } }
      : between
        ? { moved: { ...between, pairs: moved ?? [], rescored: model ? model === "new" : undefined } }
        : asof
          ? { asOf: asof }
          : {
              diverges: diverges ? (diverges === "severe" ? "severe" : "any") : undefined,
              atRisk: params.risk ? true : undefined,
              cause: params.cause ?? undefined,
              renewsWithin: renews ?? undefined,
              decides: decides ?? undefined,
              csm: csm ?? undefined,
              owes: owes ?? undefined,
              measure: measure ?? undefined,
            }),
  };
}

const OWED_WORDS: Record<Owed, string> = {
  review: "a review is overdue",
  card: "its scorecard has expired",
  plan: "yellow, without a plan in time",
};
const TONE_NAMES = { none: "no score", red: "red", yellow: "yellow", green: "green" };
const PLACE_NAMES: Record<string, string> = {
  3: "green",
  2: "yellow",
  1: "red",
  0: "no score",
  [-1]: "out",
  [-2]: "elsewhere",
};
const JOINED: Record<string, string> = { [-1]: "joined", [-2]: "handed in" };
const GONE: Record<string, string> = { [-1]: "left", [-2]: "handed over" };

/** What a list is narrowed by beside the chips that switch, in words, each with what to take out of the address to be without it. */
export function filtersInWords(
  params: AccountsParams,
  nameOf: (personId: number) => string,
  measure: string | null,
): { words: string; without: Partial<AccountsParams> }[] {
  const { between, moved, asof, model, segment, measured, people, diverges, risk, renews, q, cause, lost } = params;
  const { decides, csm, owes } = params;
  const names = (tones: readonly (keyof typeof TONE_NAMES)[]) => tones.map((tone) => TONE_NAMES[tone]).join(" or ");
  const isNow = !between && !asof;
  return [
    between &&
      lost && {
        words: `lost ${dayText(between.from)} → ${dayText(between.to)}${lost === "any" ? "" : `: ${causeText(lost)}`}`,
        without: { between: null, lost: null },
      },
    isNow &&
      cause && {
        words: cause === "any" ? "has an open plan" : `cause of the plan: ${causeText(cause)}`,
        without: { cause: null },
      },
    between &&
      !lost && {
        words: `moved ${dayText(between.from)} → ${dayText(between.to)}${moved ? `: ${moved.map(moveInWords).join(", ")}` : ""}`,
        without: { between: null, moved: null, model: null },
      },
    between && !lost && model === "new" && { words: "re-scored by a new model", without: { model: null } },
    !between && asof && { words: `as of ${dayText(asof)}`, without: { asof: null } },
    segment && { words: segment === "none" ? "no segment" : `segment is ${segment}`, without: { segment: null } },
    measured && { words: `measured ${names(measured)}`, without: { measured: null } },
    people && { words: `people say ${names(people)}`, without: { people: null } },
    isNow &&
      diverges && { words: diverges === "severe" ? "diverges strongly" : "diverges", without: { diverges: null } },
    isNow && risk && { words: "red or hidden risk", without: { risk: null } },
    isNow &&
      renews !== null &&
      renews !== NEAR_DAYS && { words: `decide by within ${renews} d`, without: { renews: null } },
    isNow &&
      decides && {
        words: `decides ${dayText(decides.from)} → ${dayText(decides.to)}`,
        without: { decides: null },
      },
    isNow && csm !== null && { words: csm === "none" ? "no CSM" : `CSM is ${nameOf(csm)}`, without: { csm: null } },
    isNow && measure && { words: `${measure} counts`, without: { measure: null, sort: "arr" as const } },
    isNow && owes && { words: OWED_WORDS[owes], without: { owes: null } },
    q && { words: `name has “${q}”`, without: { q: null } },
  ].filter((filter) => filter !== null && filter !== false && filter !== "");
}

/** "green → yellow", "joined green", "left from red". */
function moveInWords([from, to]: readonly [number, number]): string {
  if (from < 0) return `${JOINED[from]} ${PLACE_NAMES[to]}`;
  if (to < 0) return `${GONE[to]} from ${PLACE_NAMES[from]}`;
  return from === to ? `stayed ${PLACE_NAMES[to]}` : `${PLACE_NAMES[from]} → ${PLACE_NAMES[to]}`;
}
