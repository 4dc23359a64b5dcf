import "server-only";
import { addDays, type Day, dayNumber, daysBetween, monthOf } from "@/lib/core/calendar";
import { bandOf } from "@/lib/core/health/band";
import type { Band, Tone } from "@/lib/core/health/bands";
import type { Definition } from "@/lib/core/health/model";
import { measureOf } from "@/lib/core/measures/catalogue";
import type { Feed } from "@/lib/core/measures/columns";
import { definitionRequests } from "@/lib/core/measures/levels";
import type { Clock } from "@/lib/core/playbook/clock";
import type { ReasonFacts } from "@/lib/core/portfolio/reasons";
import { dueOn } from "@/lib/core/scorecard/cycle";
import type { ComputedBook } from "./compute-book";
import type { Card } from "./load-cards";
import type { Trends } from "./load-trends";
import type { FoundDivergence } from "./write-divergences";

/** How many days before its due date a scorecard is asked for. */
const ASKED_BEFORE_DAYS = 7;

const FEED_NAMES: Record<Feed, string> = {
  contracts: "Contract data",
  usage_days: "Usage data",
  feature_usage: "Feature data",
  tickets: "Ticket data",
  touchpoints: "Touchpoint data",
  invoices: "Invoice data",
  contacts: "Contact data",
  surveys: "Survey data",
  milestones: "Milestone data",
  events: "Event data",
  metrics: "Metric data",
  outcomes: "Outcome data",
};

type Known = {
  divergence: FoundDivergence | null;
  silent: ReasonFacts["silent"];
  clocks: readonly Clock[];
};

/** What a run knows of the account at an index of its book that may give a reason to look at it. */
export function reasonFactsAt(
  computed: ComputedBook,
  i: number,
  trends: Trends,
  { divergence, silent, clocks }: Known,
): ReasonFacts {
  const { book, model, scored, asOf } = computed;
  const definition = model.definitions[scored.definition[i] as number] as Definition;
  const card = computed.cards.get(book.accountIds[i] as number) ?? null;
  const endsOn = book.endsOn[i] as Day | null;
  const before = finite(trends.health30[i]);
  return {
    band: named(definition.bands[scored.healthBand[i] as number]),
    health: finite(scored.health[i]),
    scoreBand: named(definition.bands[scored.scoreBand[i] as number]),
    before: before === null ? null : { band: named(bandOf(definition.bands, before)), health: before, daysAgo: 30 },
    healthThirtyDaysAgo: before,
    divergence,
    peopleFact: card && divergence ? peopleFact(computed, i, card, divergence.sign) : null,
    renewsInDays: endsOn === null ? null : daysBetween(asOf, endsOn),
    card: card && {
      ageDays: daysBetween(card.submittedOn, asOf),
      isDue: asOf >= addDays(card.nextDueOn, -ASKED_BEFORE_DAYS),
      isExpired: card.isExpired,
      championLeftDays: card.championLeftOn === null ? null : daysBetween(card.championLeftOn, asOf),
    },
    isFirstCardDue:
      !computed.cardRules.exempt.has(book.accountIds[i] as number) &&
      asOf >= addDays(dueOn(monthOf(asOf), computed.cardRules.dueDay), -ASKED_BEFORE_DAYS),
    silent,
    clocks: clocks.map(({ kind, tone, state, severity, text }) => ({ kind, tone, state, severity, text })),
    coverage: scored.coverage[i] as number,
    coverageFloor: definition.coverageFloor,
  };
}

/** A number, or null where it is absent. */
export function finite(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function named(band: Band | null | undefined): { name: string; tone: Tone } | null {
  return band ? { name: band.name ?? band.key, tone: band.tone } : null;
}

/** The answer that stands against the score: the worst of a hidden risk, the best of a false alarm. */
function peopleFact(computed: ComputedBook, i: number, card: Card, sign: FoundDivergence["sign"]): string | null {
  const { champion, executive, outcome } = card.answers;
  const since = (day: Float64Array) => {
    const last = finite(day[i]);
    return last === null ? "" : ` ${dayNumber(computed.asOf) - last} d`;
  };
  if (sign === "false_alarm") {
    if (champion === "active") return "champion active";
    return outcome === "defensible" ? "outcome defensible" : null;
  }
  if (champion === "missing") return `champion missing${since(computed.lastKeyLeft)}`;
  if (executive === "none") return `no executive${since(computed.lastExecutive)}`;
  if (outcome === "missing") return "no agreed outcome";
  return champion === "at_risk" || card.championEnded ? "champion at risk" : null;
}

/** Of the feeds that a definition's measures read, the one silent longest past its freshness. */
export function silentFeed(definition: Definition, { feeds, asOf }: ComputedBook): ReasonFacts["silent"] {
  let worst: ReasonFacts["silent"] = null;
  for (const { key, levels, freshness } of definitionRequests(definition)) {
    const measure = measureOf(key, levels);
    const state = measure.feed && feeds.get(measure.feed);
    if (!measure.feed || !state || state.firstDay > dayNumber(asOf)) continue;
    const days = dayNumber(asOf) - state.lastDay;
    if (days > (freshness ?? measure.freshness) && days > (worst?.days ?? 0))
      worst = { name: FEED_NAMES[measure.feed], days };
  }
  return worst;
}
