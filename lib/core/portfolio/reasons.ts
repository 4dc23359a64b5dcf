import type { Tone } from "@/lib/core/health/bands";
import { shownInteger } from "@/lib/core/health/rounding";
import type { Clock } from "@/lib/core/playbook/clock";

type BandName = { name: string; tone: Tone };

/** What a run's row knows of an account, as far as it gives a reason to look at it. */
export type ReasonFacts = {
  band: BandName | null;
  health: number | null;
  /** The band of the score alone, and that of the last snapshot with how long ago it was. */
  scoreBand: BandName | null;
  before: { band: BandName | null; health: number | null; daysAgo: number } | null;
  healthThirtyDaysAgo: number | null;
  divergence: { sign: "hidden_risk" | "false_alarm"; severe: boolean; gap: number } | null;
  /** The worst (hidden risk) or best (false alarm) answer in words, such as "champion missing 92 d". */
  peopleFact: string | null;
  renewsInDays: number | null;
  /** The card in force or expired: its age, whether it is due or past its validity, and how long ago the champion left whom it
   * calls active (null: none did); null where there never was one. */
  card: { ageDays: number; isDue: boolean; isExpired: boolean; championLeftDays: number | null } | null;
  /** Whether a card is due though there never was one. */
  isFirstCardDue: boolean;
  /** The feed silent longest past its freshness, such as { name: "Usage data", days: 16 }. */
  silent: { name: string; days: number } | null;
  /** Clocks that stand open: what the band obliges to and what is late. */
  clocks: readonly Pick<Clock, "kind" | "tone" | "state" | "severity" | "text">[];
  coverage: number;
  coverageFloor: number;
};

export type ReasonKind =
  | "diverges"
  | "dropped"
  | "red"
  | "yellow"
  | "fall"
  | "renews"
  | "card"
  | "audit"
  | "falling"
  | "data";
export type ReasonAction =
  | "settle"
  | "review"
  | "plan"
  | "decide"
  | "audit"
  | "update_scorecard"
  | "contact"
  | "fix_source";
export type Reason = { kind: ReasonKind; severe: boolean; words: string; action: ReasonAction };

/** The most characters a reason's words may have. */
export const REASON_LENGTH = 60;
/** How a reason's action is named on its button. */
export const ACTION_NAMES: Record<ReasonAction, string> = {
  settle: "Settle",
  review: "Log review",
  plan: "Add plan",
  decide: "Decide",
  audit: "Audit",
  update_scorecard: "Update scorecard",
  contact: "Log contact",
  fix_source: "Fix source",
};

const RANK: Record<Tone, number> = { red: 0, yellow: 1, green: 2 };
const RENEWS_SOON_DAYS = 90;
const FALLING_POINTS = 10;

/** Why an account needs somebody, strongest first: it diverges (severe first), its band dropped since the last snapshot, what
 * red obliges to is late, then what yellow does, a sudden fall is unanswered, it renews within 90 days and is not green, its
 * scorecard is due or expired or its champion has left, it has been green so long that an audit is due, it is green and fell 10 points or more in 30
 * days, its data is silent or its coverage under the floor. Words begin with the fact and keep to 60 characters. */
export function reasonsOf(facts: ReasonFacts): Reason[] {
  return [
    diverging(facts),
    dropped(facts),
    late(facts, "red"),
    late(facts, "yellow"),
    unanswered(facts),
    renewing(facts),
    card(facts),
    audit(facts),
    falling(facts),
    data(facts),
  ].filter((reason) => reason !== null);
}

/** The strongest reason, null where nothing needs anybody. */
export function reasonOf(facts: ReasonFacts): Reason | null {
  return reasonsOf(facts)[0] ?? null;
}

function reason(kind: ReasonKind, words: string, action: ReasonAction, severe = false): Reason {
  return { kind, severe, words: clipped(words), action };
}

function clipped(words: string): string {
  const characters = [...words];
  return characters.length <= REASON_LENGTH
    ? words
    : `${characters
        .slice(0, REASON_LENGTH - 1)
        .join("")
        .trimEnd()}…`;
}

function diverging({ divergence, scoreBand, peopleFact }: ReasonFacts): Reason | null {
  if (!divergence || !scoreBand) return null;
  const fallback = `people ${Math.round(divergence.gap)} ${divergence.sign === "hidden_risk" ? "lower" : "higher"}`;
  return reason("diverges", `Looks ${scoreBand.name}, ${peopleFact ?? fallback}`, "settle", divergence.severe);
}

function dropped({ band, before, health }: ReasonFacts): Reason | null {
  if (!band || !before?.band || RANK[band.tone] >= RANK[before.band.tone]) return null;
  const points =
    health === null || before.health === null ? "" : `, ${shownInteger(before.health)} → ${shownInteger(health)}`;
  return reason(
    "dropped",
    `Fell ${before.band.name} → ${band.name}${points} in ${before.daysAgo} d`,
    band.tone === "red" ? "review" : "plan",
  );
}

/** What is decided or flagged stands before what is written, and that before what is held. */
const LATE_FIRST: readonly (readonly [Clock["kind"], ReasonAction])[] = [
  ["decision", "decide"],
  ["flag", "decide"],
  ["plan", "plan"],
  ["improvement", "review"],
  ["review", "review"],
];

function late({ clocks, band }: ReasonFacts, tone: "red" | "yellow"): Reason | null {
  if (band?.tone !== tone) return null;
  const breached = clocks.filter((clock) => clock.tone === tone && clock.state === "breached");
  for (const [kind, action] of LATE_FIRST) {
    const clock = breached.find((other) => other.kind === kind);
    if (clock) return reason(tone, clock.text, action, kind === "decision");
  }
  return null;
}

function unanswered({ clocks }: ReasonFacts): Reason | null {
  const clock = clocks.find(({ kind, state }) => kind === "fall" && (state === "breached" || state === "running"));
  return clock ? reason("fall", clock.text, "contact", clock.state === "breached") : null;
}

function audit({ clocks }: ReasonFacts): Reason | null {
  const clock = clocks.find(({ kind, state }) => kind === "audit" && state === "breached");
  return clock ? reason("audit", clock.text, "audit") : null;
}

function renewing({ renewsInDays, band }: ReasonFacts): Reason | null {
  if (renewsInDays === null || renewsInDays < 0 || renewsInDays > RENEWS_SOON_DAYS || band?.tone === "green")
    return null;
  const when = renewsInDays === 0 ? "Renews today" : `Renews in ${renewsInDays} d`;
  return reason("renews", `${when} and ${band ? `is ${band.name}` : "has too little data"}`, "plan");
}

function card({ card, isFirstCardDue }: ReasonFacts): Reason | null {
  if (!card) return isFirstCardDue ? reason("card", "Scorecard never given", "update_scorecard") : null;
  if (card.championLeftDays !== null) {
    const when = card.championLeftDays === 0 ? "today" : `${card.championLeftDays} d ago`;
    return reason("card", `Champion left ${when}, card says active`, "update_scorecard", true);
  }
  if (!card.isDue && !card.isExpired) return null;
  return reason("card", `Scorecard ${card.ageDays} d old${card.isExpired ? ", expired" : ""}`, "update_scorecard");
}

function falling({ band, health, healthThirtyDaysAgo }: ReasonFacts): Reason | null {
  if (band?.tone !== "green" || health === null || healthThirtyDaysAgo === null) return null;
  if (healthThirtyDaysAgo - health < FALLING_POINTS - 5e-7) return null;
  const points = `${shownInteger(healthThirtyDaysAgo)} → ${shownInteger(health)}`;
  return reason("falling", `${band.name} but falling, ${points} in 30 d`, "contact");
}

function data({ silent, coverage, coverageFloor, band }: ReasonFacts): Reason | null {
  if (silent) return reason("data", `${silent.name} silent ${silent.days} d`, "fix_source");
  if (band && coverage >= coverageFloor - 5e-7) return null;
  if (coverage >= coverageFloor - 5e-7) return reason("data", "No measure has a value", "fix_source");
  return reason("data", `Data covers ${Math.floor(coverage * 100 + 1e-6)}% of the score`, "fix_source");
}
