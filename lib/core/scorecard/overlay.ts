import { bandIndexOf, type CompiledBands, toneRank } from "@/lib/core/health/band";
import type { Band, Tone } from "@/lib/core/health/bands";
import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import { conditionWords } from "@/lib/core/health/condition";
import { guardrailsThatBite } from "@/lib/core/health/guardrail";
import type { Definition, Overlay } from "@/lib/core/health/model";
import { apiNumber } from "@/lib/core/health/rounding";
import { compiledOf, type ScoredAccount } from "@/lib/core/health/score";
import { type Answers, cappedAnswers, type Qualitative, qualitativeOf } from "./answers";
import { type Divergence, divergenceOf, SETTLE_DAYS } from "./divergence";

const [RED, YELLOW, GREEN] = [0, 1, 2];

/** A scorecard as it stands on the day: in force or expired, its champion contact ended or not, and since how many days a
 * lift of two tones waits for the manager (null: reviewed, or there is none). */
export type Card = {
  answers: Answers;
  standing?: "in_force" | "expired";
  championEnded?: boolean;
  liftWaitsDays?: number | null;
};

export type StepKind = "clamp" | "people" | "overlay" | "lift" | "expired" | "guardrail";
export type HealthStep = { kind: StepKind; before: number | null; after: number | null; words: string };

export type Health = {
  /** Unrounded; null where there is neither a score nor a card that gives one. */
  score: number | null;
  /** Null means insufficient data. */
  band: Band | null;
  /** Health before guardrails. */
  overlaid: number | null;
  qualitative: Qualitative | null;
  /** The score has no band, so the people band stands alone, with L as its number. */
  peopleAlone: boolean;
  /** A lift of two tones that the manager has not reviewed. */
  unreviewed: boolean;
  /** That lift waited longer than 14 days and is capped at yellow. */
  liftCapped: boolean;
  /** The card has expired. */
  unconfirmed: boolean;
  /** Indexes of the guardrails that changed health. */
  guardrails: number[];
  divergence: Divergence | null;
  steps: HealthStep[];
};

/** A value held to the bands of a tone: from their lowest cut-off to a tenth under the next tone's. */
function heldTo(bands: CompiledBands, value: number, rank: number): number {
  return Math.min(Math.max(value, bands.low[rank] as number), bands.high[rank] as number);
}

/** Health of score and scorecard under a policy, before review, expiry and guardrails. blend = (1 − λ)·Q + λ·L;
 * qualitative wins: held to the people band's tone; worst of: to the lower of both tones; advisory: Q. */
export function blended(
  bands: CompiledBands,
  overlay: Overlay,
  measured: { score: number; rank: number },
  people: { score: number; rank: number },
): number {
  const blend = (1 - overlay.weight) * measured.score + overlay.weight * people.score;
  switch (overlay.policy) {
    case "qualitative_wins":
      return heldTo(bands, blend, people.rank);
    case "worst_of":
      return heldTo(bands, blend, Math.min(people.rank, measured.rank));
    case "blend":
      return blend;
    case "advisory":
      return measured.score;
  }
}

/** Whether health was lifted by two tones: from red to green. */
export function isLift(bands: CompiledBands, measuredRank: number, health: number): boolean {
  return measuredRank === RED && bands.rank[bandIndexOf(bands, health)] === GREEN;
}

/** The most that a lift counts once it waited too long: the top of yellow. */
export function liftCap(bands: CompiledBands): number {
  return bands.high[YELLOW] as number;
}

/** Whether a card gives an account without enough data its band: in force always, expired only where it is red, for then
 * it cannot have lifted; never under advisory. */
export function standsAlone(overlay: Overlay, isExpired: boolean, peopleRank: number): boolean {
  return overlay.policy !== "advisory" && (!isExpired || peopleRank === RED);
}

/** The band of a people band that stands alone: among the bands of its tone the one that holds L, or lies nearest. */
export function aloneBandIndex(bands: CompiledBands, people: { score: number; rank: number }): number {
  return bandIndexOf(bands, heldTo(bands, people.score, people.rank));
}

/** Health: the score after the scorecard's overlay, review of lifts, expiry and guardrails, with every step in words.
 * An expired card no longer lifts, but holds what it lowered. A two-tone lift is unreviewed until the manager settles it and
 * capped at yellow after 14 days. An account of an exempt segment has no scorecard, and the steps say so. Without enough data the people band stands alone and guardrails do not act.
 * Health never falls when the score or an answer rises. Source: PRODUCT, the scorecard and the overlay. */
export function healthOf(
  definition: Definition | CompiledDefinition,
  scored: Pick<ScoredAccount, "exact" | "raw" | "band" | "encoded">,
  given: Card | "exempt" | null,
): Health {
  const card = given === "exempt" ? null : given;
  const compiled = compiledOf(definition);
  const { bands, overlay } = compiled;
  const isExpired = card?.standing === "expired";
  const people = card ? qualitativeOf(overlay.weights, cappedAnswers(card.answers, card.championEnded ?? false)) : null;
  const health: Health = {
    score: scored.exact,
    band: scored.band,
    overlaid: scored.exact,
    qualitative: people,
    peopleAlone: false,
    unreviewed: false,
    liftCapped: false,
    unconfirmed: isExpired,
    guardrails: [],
    divergence: null,
    steps: [],
  };
  const step = (kind: StepKind, after: number | null, words: string) => {
    health.steps.push({ kind, before: kind === "clamp" ? scored.raw : health.score, after, words });
    health.score = after;
  };
  if (scored.exact !== null && scored.raw !== null && scored.raw !== scored.exact)
    step(
      "clamp",
      scored.exact,
      `The sum ${shown(scored.raw)} lies outside 0–100: the score is ${shown(scored.exact)}.`,
    );

  if (given === "exempt")
    step("overlay", health.score, "This segment needs no scorecard: health is the measured score alone.");
  if (scored.exact === null || scored.band === null) {
    if (!people || !standsAlone(overlay, isExpired, toneRank(people.tone))) return health;
    step("people", people.score, `Not enough data for a score: the people band ${people.tone} stands alone.`);
    const alone = { score: people.score, rank: toneRank(people.tone) };
    return {
      ...health,
      overlaid: people.score,
      band: bands.bands[aloneBandIndex(bands, alone)] as Band,
      peopleAlone: true,
    };
  }

  const measured = { score: scored.exact, rank: toneRank(scored.band.tone) };
  if (people) applyCard(compiled, measured, people, card as Card, health, step);
  health.overlaid = health.score;
  for (const { index, after } of guardrailsThatBite(compiled, scored.encoded, health.score as number)) {
    const guardrail = compiled.definition.guardrails[index] as Definition["guardrails"][number];
    const when = guardrail.when.map(conditionWords).join(" and ");
    const side = guardrail.healthAtMost === undefined ? "at least" : "at most";
    const band = nameOf(bands, guardrail.healthAtMost ?? guardrail.healthAtLeast);
    health.guardrails.push(index);
    step("guardrail", after, `Guardrail: ${when}, so health is ${side} ${band}: ${shown(after)}.`);
  }
  const index = bandIndexOf(bands, health.score as number);
  return { ...health, band: bands.bands[index] as Band };
}

function applyCard(
  { bands, overlay }: CompiledDefinition,
  measured: { score: number; rank: number },
  people: Qualitative,
  card: Card,
  health: Health,
  step: (kind: StepKind, after: number, words: string) => void,
): void {
  const isExpired = card.standing === "expired";
  const before = measured.score;
  const after = blended(bands, overlay, measured, { score: people.score, rank: toneRank(people.tone) });
  step("overlay", after, overlayWords(overlay, measured, people, after));
  if (isExpired && after > before) {
    step("expired", before, `The scorecard has expired and no longer lifts health: ${shown(before)}.`);
  } else if (isExpired && after < before) {
    step("expired", after, "The scorecard has expired; what it lowered holds until it is answered again.");
  } else if (!isExpired && measured.rank === RED) {
    const waits = card.liftWaitsDays ?? null;
    const capped = waits !== null && waits > SETTLE_DAYS ? Math.min(after, liftCap(bands)) : after;
    health.unreviewed = waits !== null && isLift(bands, measured.rank, after);
    health.liftCapped = capped < after;
    if (health.liftCapped)
      step("lift", capped, `The lift from red to green waited ${waits} days for review: ${shown(capped)}.`);
  }
  const tone = bands.bands[bandIndexOf(bands, measured.score)]?.tone as Tone;
  const divergence = divergenceOf({ score: measured.score, tone }, people, overlay.divergenceMinGap);
  health.divergence = isExpired && divergence?.sign === "false_alarm" ? null : divergence;
}

function overlayWords(
  overlay: Overlay,
  measured: { score: number; rank: number },
  people: Qualitative,
  after: number,
): string {
  if (overlay.policy === "advisory")
    return `The scorecard (${shown(people.score)}, ${people.tone}) is advisory: health is the score, ${shown(after)}.`;
  const share = shown(overlay.weight * 100);
  const blend = (1 - overlay.weight) * measured.score + overlay.weight * people.score;
  const mix = `Score ${shown(measured.score)} and scorecard ${shown(people.score)} (${share}%) blend to ${shown(blend)}`;
  if (overlay.policy === "blend") return `${mix}.`;
  const lower = measured.rank < toneRank(people.tone);
  const held = overlay.policy === "worst_of" && lower ? "the score's tone" : `the people band's tone, ${people.tone}`;
  return after === blend ? `${mix}, within ${held}.` : `${mix}, held to ${held}: ${shown(after)}.`;
}

function nameOf(bands: CompiledBands, key: string | undefined): string {
  const band = bands.bands.find((other) => other.key === key);
  return band?.name ?? band?.key ?? "";
}

function shown(value: number): string {
  return String(apiNumber(value)).replace("-", "−");
}
